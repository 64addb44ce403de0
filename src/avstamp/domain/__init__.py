"""The working model, pure: arrays and frozen values in, arrays and frozen values out."""
