package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.Uprn;

/** FHIR addresses in the hub's words. */
final class PostalAddresses {
    private static final String KEY = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey";

    private PostalAddresses() {}

    static List<DatedAddress> of(List<org.hl7.fhir.r4.model.Address> addresses) {
        List<DatedAddress> out = new ArrayList<>();
        for (org.hl7.fhir.r4.model.Address address : addresses) {
            List<String> lines = lines(address);
            String postcode = PlainText.of(address.getPostalCode());
            if (!lines.isEmpty() || !postcode.isEmpty()) {
                out.add(new DatedAddress(
                        new Address(lines, postcode, uprn(address)),
                        use(address),
                        Demographics.day(address.getPeriod().getStartElement()),
                        Demographics.day(address.getPeriod().getEndElement())));
            }
        }
        return List.copyOf(out);
    }

    private static List<String> lines(org.hl7.fhir.r4.model.Address address) {
        Stream<String> own = address.hasLine()
                ? Stream.concat(address.getLine().stream().map(StringType::getValue), Stream.of(address.getText()))
                : Stream.of(address.getText());
        return Stream.concat(own, Stream.of(address.getCity(), address.getDistrict(), address.getState()))
                .map(PlainText::of)
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList();
    }

    private static DatedAddress.AddressUse use(org.hl7.fhir.r4.model.Address address) {
        AddressUse use = address.getUse();
        if (use == null) {
            return DatedAddress.AddressUse.UNKNOWN;
        }
        return switch (use) {
            case HOME -> DatedAddress.AddressUse.USUAL;
            case TEMP -> DatedAddress.AddressUse.TEMPORARY;
            case OLD -> DatedAddress.AddressUse.PREVIOUS;
            case BILLING -> DatedAddress.AddressUse.CORRESPONDENCE;
            default -> DatedAddress.AddressUse.UNKNOWN;
        };
    }

    /** The UPRN in UK Core's address key; empty if there is none or it is none. */
    private static Optional<Uprn> uprn(org.hl7.fhir.r4.model.Address address) {
        for (Extension key : address.getExtensionsByUrl(KEY)) {
            Extension type = key.getExtensionByUrl("type");
            Extension value = key.getExtensionByUrl("value");
            if (type != null
                    && value != null
                    && type.getValue() instanceof Coding coding
                    && "UPRN".equals(coding.getCode())
                    && value.getValue() instanceof StringType text
                    && PlainText.of(text.getValue()).matches("[0-9]{1,12}")) {
                return Optional.of(new Uprn(text.getValue()));
            }
        }
        return Optional.empty();
    }
}
