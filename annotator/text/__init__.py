"""What is true of Chinese text: pure functions without files, storage or Qt."""
