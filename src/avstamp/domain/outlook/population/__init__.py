"""What will the population be, by age, and within what range?"""
