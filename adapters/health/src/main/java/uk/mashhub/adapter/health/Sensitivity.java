package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import uk.mashhub.model.vocabulary.DataClass;

/**
 * How sensitive a service or a diagnosis is, from its codes and its words (domain notes 2.3). Words can only restrict:
 * GENERAL takes a service that is known to be general, and what is not recognised is UNKNOWN, which a person looks at.
 */
enum Sensitivity {
    /** Human Fertilisation and Embryology Act 1990 s33A: never leaves this adapter. */
    ASSISTED_CONCEPTION(
            Set.of("52637005", "63487001", "58533008", "Z311", "Z312", "Z313"),
            "in[ -]vitro fert|\\bivf\\b|\\bicsi\\b|assisted (concept|reproduc|fertili)|reproductive medicine"
                    + "|(?<!in)fertility (treat|clinic|service|unit)|insemination|embryo (transfer|freez|don|stor)"
                    + "|(egg|ovum|oocyte|sperm|gamete)s? (don|freez|stor)|test tube ovum|\\bhfea\\b"),
    /** Its words are narrow on purpose: 'congenital', 'hearing aids' and a genital injury are no such service. */
    SEXUAL_REPRODUCTIVE(
            Set.of("386639001", "86406008", "360", "502"),
            "sexual(ly)? (health|transmitted)|reproductive health|genito-?urinary|\\bgum (clinic|service)|\\bsti\\b"
                    + "|chlamydia|gonorrh|syphilis|\\bhiv\\b|\\bgenital (herpes|wart)|contracep|abortion|termination of preg"
                    + "|miscarr|gyna?ecolog|infertil|surroga|vasectomy|family planning|morning[ -]after"),
    SUBSTANCE_USE(Set.of("721"), "addict|substance|alcohol|drug (misuse|service|use|depend)|opio|methadone"),
    MENTAL_HEALTH(
            Set.of(
                    "788002001",
                    "656",
                    "710",
                    "711",
                    "712",
                    "713",
                    "715",
                    "720",
                    "722",
                    "723",
                    "724",
                    "725",
                    "726",
                    "727"),
            "mental|psych|camhs|eating disorder|depress|anxiety|self[ -]harm|suicid"),
    MATERNITY(Set.of("501", "560"), "matern|obstetric|midwi|antenatal|postnatal|pregnan|childbirth"),
    GENERAL(
            Set.of(),
            "emergency|accident|\\ba&e\\b|urgent|minor injur|walk[ -]in|pa?ediatric|general (practi|medic|surg)|trauma"
                    + "|orthopa|health visit|school nurs|dental|dentist|ophthal|ear,? nose|audiolog|dermatolog"
                    + "|physiotherap|respirat|cardiolog|neurolog|gastroent|burns|community nurs|ambulance|radiolog"
                    + "|dietet|speech and|occupational therap|child (health|development)|immunis|vaccin"),
    UNKNOWN(Set.of(), "(?!)");

    private final Set<String> codes;
    private final Pattern words;

    Sensitivity(Set<String> codes, String words) {
        this.codes = codes;
        this.words = Pattern.compile(words);
    }

    /** Of a service: what nobody has classified is UNKNOWN. The first match, from the most to the least sensitive. */
    static Sensitivity ofService(List<CodeableConcept> concepts, String names) {
        return matching(concepts, names).orElse(UNKNOWN);
    }

    /**
     * Of a diagnosis: GENERAL unless a code or word says otherwise, because diagnoses are too many to list. One without
     * any words is UNKNOWN: its code alone could be anything.
     */
    static Sensitivity ofDiagnosis(List<CodeableConcept> concepts, String text) {
        String words = Coded.everything(concepts) + text.toLowerCase(java.util.Locale.ROOT);
        return matching(concepts, text).orElse(words.isBlank() ? UNKNOWN : GENERAL);
    }

    private static Optional<Sensitivity> matching(List<CodeableConcept> concepts, String names) {
        String words = Coded.everything(concepts) + " | " + names.toLowerCase(java.util.Locale.ROOT);
        List<String> found = Coded.codes(concepts).stream()
                .map(c -> c.replace(".", ""))
                .flatMap(c -> Stream.of(c, c.startsWith("N98") ? "Z312" : c))
                .toList();
        return Stream.of(values())
                .filter(s -> found.stream().anyMatch(s.codes::contains)
                        || s.words.matcher(words).find())
                .findFirst();
    }

    /** Whether a text mentions assisted conception. */
    static boolean mentionsAssistedConception(String text) {
        return ASSISTED_CONCEPTION
                .words
                .matcher(text.toLowerCase(java.util.Locale.ROOT))
                .find();
    }

    /** The more sensitive of two. */
    Sensitivity and(Sensitivity other) {
        return this == UNKNOWN || other == UNKNOWN
                ? (ordinal() <= SEXUAL_REPRODUCTIVE.ordinal() ? this : other.ordinal() <= 1 ? other : UNKNOWN)
                : (ordinal() <= other.ordinal() ? this : other);
    }

    /**
     * The row of the sharing matrix.
     *
     * @param child whether the patient was under 18; empty if that is not known
     */
    DataClass dataClass(Optional<Boolean> child) {
        if (this == SEXUAL_REPRODUCTIVE || (this == MATERNITY && child.orElse(true))) {
            return DataClass.SEXUAL_REPRODUCTIVE_HEALTH;
        }
        if (this == UNKNOWN || this == ASSISTED_CONCEPTION || child.isEmpty()) {
            return DataClass.UNKNOWN;
        }
        return child.get() ? DataClass.CHILD_HEALTH : DataClass.PARENT_HEALTH_TREATMENT;
    }
}
