"""What stands beside the panes: texts, outline, annotations, codebook and search."""
