print("relire-dev")
