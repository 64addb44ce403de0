from django.db import migrations, models

ROLES = [
    "ruling",
    "supporting",
    "opposition",
    "independent",
    "undecided",
    "official",
    "process_leader",
    "secretary",
    "auditor",
    "company",
    "union",
    "public",
]


class Migration(migrations.Migration):
    dependencies = [
        ("position", "0001_initial"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="setaside",
            constraint=models.CheckConstraint(
                condition=models.Q(role__in=ROLES),
                name="position_set_aside_role_known",
            ),
        ),
    ]
