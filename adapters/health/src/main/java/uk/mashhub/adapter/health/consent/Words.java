package uk.mashhub.adapter.health.consent;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/** Codes of a Consent: known ones, or none. */
final class Words {
    private Words() {}

    /**
     * Holds a concept to codes that are known here.
     *
     * @throws Unreadable if it has no coding, or one of another system or with another code
     */
    static void each(CodeableConcept concept, String system, Set<String> codes, String place) throws Unreadable {
        if (concept.getCoding().isEmpty()) {
            throw refused(place + ".coding", "is not there");
        }
        for (int i = 0; i < concept.getCoding().size(); i++) {
            Coding coding = concept.getCoding().get(i);
            if (!system.equals(coding.getSystem()) || !codes.contains(String.valueOf(coding.getCode()))) {
                throw refused(place + ".coding[" + i + "]", "a code that is not known here");
            }
        }
    }

    /**
     * A word of the hub's vocabulary.
     *
     * @throws Unreadable if it is none
     */
    static <E extends Enum<E>> E word(String code, Class<E> type, String place) throws Unreadable {
        return Stream.of(type.getEnumConstants())
                .filter(word -> word.name().equals(code))
                .findFirst()
                .orElseThrow(() -> refused(place, "a word that is not known here"));
    }

    /** A refusal, which repeats nothing of the Consent. */
    static Unreadable refused(String place, String reason) {
        return new Unreadable(Fault.NOT_VALID, place, reason);
    }
}
