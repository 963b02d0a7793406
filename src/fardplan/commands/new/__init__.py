"""`fardplan new …`: one file for each thing that can be made."""
