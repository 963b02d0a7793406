"""The commands, one file each: options in, the pipeline's answer out."""
