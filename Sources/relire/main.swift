print("relire")
