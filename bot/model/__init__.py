"""What rolecall knows: frozen values that answer small questions about themselves."""
