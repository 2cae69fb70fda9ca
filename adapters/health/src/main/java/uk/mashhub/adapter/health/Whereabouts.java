package uk.mashhub.adapter.health;

import java.util.List;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DomainResource;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Addresses and numbers that lead to a person: items of the row LOCATION, one an address and one for the numbers. */
final class Whereabouts {
    private final Telling telling;

    Whereabouts(Telling telling) {
        this.telling = telling;
    }

    void add(
            DomainResource origin,
            List<org.hl7.fhir.r4.model.Address> addresses,
            List<ContactPoint> points,
            PersonKey person) {
        int count = 1;
        for (DatedAddress address : PostalAddresses.of(addresses)) {
            ItemDraft draft = telling.draft(origin, "#address-" + count++, DataClass.LOCATION, person)
                    .when(new EventTime(address.from(), address.to()));
            address(draft, address);
            telling.items.add(draft.build());
        }
        ItemDraft draft = telling.draft(origin, "#contact-points", DataClass.LOCATION, person);
        contactPoints(draft, points);
        if (draft.hasContent()) {
            telling.items.add(draft.build());
        }
    }

    static void address(ItemDraft draft, DatedAddress address) {
        draft.field(
                        FieldKind.ADDRESS,
                        label(address.use()),
                        String.join(", ", address.address().lines()))
                .field(FieldKind.POSTCODE, "Postcode", address.address().postcode());
    }

    static void contactPoints(ItemDraft draft, List<ContactPoint> points) {
        Demographics.telephones(points).forEach(t -> draft.field(FieldKind.TELEPHONE, "Telephone", t));
        Demographics.emails(points).forEach(e -> draft.field(FieldKind.EMAIL, "Email", e));
    }

    private static String label(DatedAddress.AddressUse use) {
        return switch (use) {
            case USUAL, CURRENT -> "Home address";
            case TEMPORARY -> "Temporary address";
            case PREVIOUS -> "Previous address";
            case CORRESPONDENCE -> "Address for letters";
            case UNKNOWN -> "Address, use not said";
        };
    }
}
