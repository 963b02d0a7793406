"""What `fardplan serve` runs: a preview that only this computer can reach."""
