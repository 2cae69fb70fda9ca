package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import uk.mashhub.model.vocabulary.RelationshipKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * How a related person is related to the patient: HL7 v3 RoleCode, or the plain word where there is no code. What is not
 * understood is UNKNOWN.
 */
enum FamilyTies {
    PARENT(
            RelationshipKind.PARENT_OF,
            SubjectRole.PARENT,
            Set.of("PRN", "MTH", "FTH", "NMTH", "NFTH", "NPRN", "GESTM", "ADOPTP", "ADOPTM", "ADOPTF"),
            Set.of("mother", "father", "parent", "natural mother", "natural father")),
    STEP_PARENT(
            RelationshipKind.STEP_PARENT_OF,
            SubjectRole.PARENT,
            Set.of("STPPRN", "STPMTH", "STPFTH"),
            Set.of("stepmother", "stepfather", "step mother", "step father", "step-mother", "step-father")),
    CARER(
            RelationshipKind.CARER_OF,
            SubjectRole.HOUSEHOLD_ADULT,
            Set.of("PRNFOST", "MTHFOST", "FTHFOST", "GUARD"),
            Set.of("carer", "guardian", "foster parent", "foster mother", "foster father")),
    SIBLING(
            RelationshipKind.SIBLING_OF,
            SubjectRole.SIBLING,
            Set.of("SIB", "BRO", "SIS", "NBRO", "NSIS", "NSIB", "HBRO", "HSIS", "HSIB", "TWIN", "TWINBRO", "TWINSIS"),
            Set.of("brother", "sister", "sibling", "half brother", "half sister", "twin")),
    GRANDPARENT(
            RelationshipKind.GRANDPARENT_OF,
            SubjectRole.THIRD_PARTY,
            Set.of("GRPRN", "GRMTH", "GRFTH", "MGRMTH", "MGRFTH", "PGRMTH", "PGRFTH", "MGRPRN", "PGRPRN"),
            Set.of("grandmother", "grandfather", "grandparent")),
    PARTNER(
            RelationshipKind.PARTNER_OF,
            SubjectRole.THIRD_PARTY,
            Set.of("SPS", "HUSB", "WIFE", "DOMPART", "SIGOTHR"),
            Set.of("partner", "husband", "wife", "spouse")),
    UNKNOWN(RelationshipKind.UNKNOWN, SubjectRole.UNKNOWN, Set.of(), Set.of());

    /** Contact roles that say nothing of the family (HL7 v2 table 0131, UK Core person relationship). */
    private static final Set<String> NO_TIE = Set.of("C", "N", "E", "NOK", "ECON");

    private final RelationshipKind kind;
    private final SubjectRole role;
    private final Set<String> codes;
    private final Set<String> words;

    FamilyTies(RelationshipKind kind, SubjectRole role, Set<String> codes, Set<String> words) {
        this.kind = kind;
        this.role = role;
        this.codes = codes;
        this.words = words;
    }

    RelationshipKind kind() {
        return kind;
    }

    SubjectRole role() {
        return role;
    }

    /** The first tie that a code or word names. */
    static FamilyTies of(List<CodeableConcept> relationship) {
        for (FamilyTies tie : values()) {
            if (Coded.codes(relationship).stream().anyMatch(tie.codes::contains)
                    || Stream.of(Coded.everything(relationship).split(" \\| ", -1))
                            .anyMatch(tie.words::contains)) {
                return tie;
            }
        }
        return UNKNOWN;
    }

    /** A word that nobody knew; empty if the relationship names none, or a contact role only. */
    static Optional<String> unknownWord(List<CodeableConcept> relationship) {
        boolean none = Coded.codes(relationship).stream().allMatch(NO_TIE::contains);
        return of(relationship) != UNKNOWN || none ? Optional.empty() : Optional.of(Coded.words(relationship));
    }
}
