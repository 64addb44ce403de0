"""What turns a document tree, a chart or a table into bytes, one folder per format."""
