package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import uk.mashhub.model.person.NhsNumber;

/** NHS numbers in FHIR identifiers. A number counts as such only if its check digit is right and nobody doubts it. */
final class NhsNumbers {
    static final String SYSTEM = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String STATUS =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";
    /** NHS Data Dictionary, NHS NUMBER STATUS INDICATOR CODE: number present and verified. */
    private static final String VERIFIED = "01";

    private NhsNumbers() {}

    static boolean is(Identifier identifier) {
        return SYSTEM.equals(identifier.getSystem());
    }

    /** Empty if it is none, fails its check or carries a status other than verified. */
    static Optional<NhsNumber> verified(Identifier identifier) {
        return is(identifier) && !doubted(identifier) ? valid(identifier.getValue()) : Optional.empty();
    }

    /** The first of a list that is verified. */
    static Optional<NhsNumber> verified(List<Identifier> identifiers) {
        return identifiers.stream()
                .flatMap(i -> NhsNumbers.verified(i).stream())
                .findFirst();
    }

    private static boolean doubted(Identifier identifier) {
        Extension status = identifier.getExtensionByUrl(STATUS);
        return status != null
                && !(status.getValue() instanceof CodeableConcept concept
                        && Coded.codes(List.of(concept)).contains(VERIFIED));
    }

    private static Optional<NhsNumber> valid(@org.jspecify.annotations.Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(new NhsNumber(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
