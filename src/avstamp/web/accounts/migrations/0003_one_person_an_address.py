from collections import defaultdict

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models.functions import Lower

from avstamp.domain.values import Phrase
from avstamp.web.databases import UpgradeRefused


def refuse_shared_addresses(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Say which addresses are in the way, where the database itself would only say that some are."""
    people = apps.get_model("accounts", "Person").objects.using(schema_editor.connection.alias)
    written = defaultdict(list)
    for email, lowered in people.order_by("email").values_list("email", Lower("email")):
        written[lowered].append(email)
    if shared := [" = ".join(emails) for emails in written.values() if len(emails) > 1]:
        raise UpgradeRefused(Phrase("upgrade.shared_addresses", {"addresses": "; ".join(shared)}))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_personal_links"),
    ]

    operations = [
        migrations.RunPython(refuse_shared_addresses, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(Lower("email"), name="accounts_person_one_an_address"),
        ),
    ]
