package uk.mashhub.adapter.health.consent;

/** Systems and extensions of a consent. Those of the hub's own are explained in the README of adapters/health. */
final class Urls {
    static final String OWN = "https://fhir.mashhub.example/";

    /** A {@code PersonId}, as the value of an identifier. */
    static final String PERSON = OWN + "Id/person";

    static final String AGENCY = OWN + "Id/agency";
    static final String TEAM = OWN + "Id/team";
    static final String PURPOSE = OWN + "CodeSystem/purpose";
    static final String DATA_CLASS = OWN + "CodeSystem/data-class";
    /** Nothing is permitted but what the provision says; the law of the partnership stays as it is. */
    static final String POLICY = OWN + "policy/consent";

    /** On the performer, a code: {@code ConsentGiver}. */
    static final String GIVER = OWN + "StructureDefinition/consent-giver";
    /** On the consent: {@code kind} (code), {@code assessedBy} (string), {@code assessedOn} (date). */
    static final String COMPETENCE = OWN + "StructureDefinition/consent-competence";
    /** On the consent, a code: {@code NotSoughtReason}, or {@link #NOT_SAID}. */
    static final String NOT_SOUGHT = OWN + "StructureDefinition/consent-not-sought";
    /** On the consent, a period of days: when a withdrawal holds. */
    static final String WITHDRAWAL = OWN + "StructureDefinition/consent-withdrawal";

    static final String NOT_SAID = "NOT_SAID";

    static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    static final String ACTION = "http://terminology.hl7.org/CodeSystem/consentaction";
    static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String LOINC = "http://loinc.org";

    private Urls() {}
}
