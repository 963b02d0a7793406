"""What users write, as frozen values; no reading or writing happens here."""
