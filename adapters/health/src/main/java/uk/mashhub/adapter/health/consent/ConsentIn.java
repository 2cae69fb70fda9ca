package uk.mashhub.adapter.health.consent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;

/**
 * A FHIR R4 {@code Consent} as a consent record, never wider than it is. Whatever the hub cannot honour refuses all of it,
 * with its FHIRPath. When it was recorded is left out: its place among other words is given when the hub takes it in.
 */
public final class ConsentIn {
    private final Function<Identifier, Optional<PersonId>> people;

    /**
     * Reads for one enquiry.
     *
     * @param people whom an identifier names; empty if nobody of the enquiry
     */
    public ConsentIn(Function<Identifier, Optional<PersonId>> people) {
        this.people = people;
    }

    /**
     * Whom an identifier of the hub's own names.
     *
     * @return empty if it is not one
     */
    public static Optional<PersonId> own(Identifier identifier) {
        try {
            return person(identifier).map(PersonId::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The value under which the hub itself names a person, such as a handle of a reader's page.
     *
     * @return empty if it is another's identifier
     */
    public static Optional<String> person(Identifier identifier) {
        return Urls.PERSON.equals(identifier.getSystem())
                ? Optional.ofNullable(identifier.getValue())
                : Optional.empty();
    }

    /**
     * Reads one.
     *
     * @throws Unreadable if it says anything that the hub cannot honour, or does not say what a record needs
     */
    public Consent read(org.hl7.fhir.r4.model.Consent in) throws Unreadable {
        ConsentShape.check(in);
        Words.each(in.getScope(), Urls.SCOPE, Set.of("patient-privacy"), "Consent.scope");
        categories(in);
        PersonId patient = person(in.getPatient(), "Consent.patient");
        ConsentState state = state(in);
        if (state == ConsentState.GIVEN) {
            policies(in);
        }
        Optional<Reference> performer = performer(in);
        return new Consent(
                state,
                Set.of(patient),
                performer.map(Reference::getDisplay).orElse(""),
                notSought(in),
                terms(in, state, patient, performer),
                Optional.empty());
    }

    private static void categories(org.hl7.fhir.r4.model.Consent in) throws Unreadable {
        if (in.getCategory().isEmpty()) {
            throw Words.refused("Consent.category", "is not there");
        }
        for (int i = 0; i < in.getCategory().size(); i++) {
            Words.each(in.getCategory().get(i), Urls.ACT, Set.of("IDSCL"), "Consent.category[" + i + "]");
        }
    }

    /** Deny wins, and nothing but the word 'permit' permits. */
    private static ConsentState state(org.hl7.fhir.r4.model.Consent in) throws Unreadable {
        if (in.getStatus() == null) {
            throw Words.refused("Consent.status", "is not there");
        }
        ConsentProvisionType type = in.getProvision().getType();
        return switch (in.getStatus()) {
            case ACTIVE -> {
                if (type != ConsentProvisionType.PERMIT && type != ConsentProvisionType.DENY) {
                    throw Words.refused("Consent.provision.type", "is not there; nothing else permits");
                }
                yield type == ConsentProvisionType.PERMIT ? ConsentState.GIVEN : ConsentState.REFUSED;
            }
            case REJECTED -> ConsentState.REFUSED;
            case INACTIVE -> {
                if (type == ConsentProvisionType.DENY) {
                    throw Words.refused("Consent.provision.type", "a refusal that ended does not say what holds now");
                }
                yield ConsentState.WITHDRAWN;
            }
            case DRAFT, PROPOSED -> in.hasExtension(Urls.NOT_SOUGHT) ? ConsentState.NOT_SOUGHT : ConsentState.UNKNOWN;
            default -> throw Words.refused("Consent.status", "says nothing that could be kept");
        };
    }

    /** A provision is an exception to a policy (FHIR R4 section 6.2.4); another policy may forbid more. */
    private static void policies(org.hl7.fhir.r4.model.Consent in) throws Unreadable {
        for (int i = 0; i < in.getPolicy().size(); i++) {
            if (!Urls.POLICY.equals(in.getPolicy().get(i).getUri())) {
                throw Words.refused("Consent.policy[" + i + "].uri", "a policy that is not known here");
            }
        }
        if (in.hasPolicyRule()) {
            Words.each(in.getPolicyRule(), Urls.ACT, Set.of("OPTIN", "OPTOUT"), "Consent.policyRule");
        }
    }

    private PersonId person(Reference reference, String place) throws Unreadable {
        return people.apply(reference.getIdentifier())
                .orElseThrow(() -> Words.refused(place + ".identifier", "nobody who is known here"));
    }

    private static Optional<Reference> performer(org.hl7.fhir.r4.model.Consent in) throws Unreadable {
        if (in.getPerformer().size() > 1) {
            throw Words.refused("Consent.performer[1]", "only one can have said it");
        }
        return in.getPerformer().stream().findFirst();
    }

    private static Optional<NotSoughtReason> notSought(org.hl7.fhir.r4.model.Consent in) throws Unreadable {
        Optional<String> code = Own.code(in.getExtensionsByUrl(Urls.NOT_SOUGHT), "Consent.extension");
        if (code.isPresent() && in.getStatus() != org.hl7.fhir.r4.model.Consent.ConsentState.DRAFT) {
            throw Words.refused("Consent.extension", "'not sought' of a consent that is no draft");
        }
        return code.isEmpty() || code.get().equals(Urls.NOT_SAID)
                ? Optional.empty()
                : Optional.of(Words.word(code.get(), NotSoughtReason.class, "Consent.extension"));
    }

    private Optional<ConsentTerms> terms(
            org.hl7.fhir.r4.model.Consent in, ConsentState state, PersonId patient, Optional<Reference> performer)
            throws Unreadable {
        // What was proposed and rejected is refused altogether: its bounds are those of the proposal.
        boolean rejected = in.getStatus() == org.hl7.fhir.r4.model.Consent.ConsentState.REJECTED;
        ConsentScope scope = Provisions.scope(in.getProvision());
        Period period = period(in, state);
        Optional<LocalDate> from =
                Provisions.day(period.hasStart(), period.getStartElement(), "Consent.provision.period.start");
        Optional<LocalDate> to =
                Provisions.day(period.hasEnd(), period.getEndElement(), "Consent.provision.period.end");
        Optional<Competence> competence = Own.competence(in);
        Optional<PersonId> by = performer.isPresent() && performer.get().hasIdentifier()
                ? Optional.of(person(performer.get(), "Consent.performer[0]"))
                : Optional.empty();
        Optional<ConsentGiver> giver = giver(patient, performer, by);
        if (giver.isPresent()) {
            return Optional.of(new ConsentTerms(
                    giver.get(),
                    by,
                    competence,
                    rejected ? ConsentScope.ALL : scope,
                    rejected ? Optional.empty() : from,
                    rejected ? Optional.empty() : to));
        }
        boolean bounded = !scope.equals(ConsentScope.ALL) || from.isPresent() || to.isPresent();
        if (competence.isPresent() || by.isPresent() || (bounded && !rejected)) {
            throw Words.refused("Consent.performer", "does not say in what capacity it was said");
        }
        return Optional.empty();
    }

    private static Optional<ConsentGiver> giver(PersonId patient, Optional<Reference> performer, Optional<PersonId> by)
            throws Unreadable {
        Optional<String> said = performer.isEmpty()
                ? Optional.empty()
                : Own.code(performer.get().getExtensionsByUrl(Urls.GIVER), "Consent.performer[0].extension");
        if (said.isPresent()) {
            return Optional.of(Words.word(said.get(), ConsentGiver.class, "Consent.performer[0].extension"));
        }
        return by.filter(patient::equals).map(self -> ConsentGiver.SELF);
    }

    /** Of a withdrawal its own days: when what was permitted would have ended says nothing of when it was withdrawn. */
    private static Period period(org.hl7.fhir.r4.model.Consent in, ConsentState state) throws Unreadable {
        Optional<Type> withdrawal = Own.value(in.getExtensionsByUrl(Urls.WITHDRAWAL), "Consent.extension");
        if (withdrawal.isPresent() && state != ConsentState.WITHDRAWN) {
            throw Words.refused("Consent.extension", "a withdrawal of a consent that is not inactive");
        }
        if (state != ConsentState.WITHDRAWN) {
            return in.getProvision().getPeriod();
        }
        if (withdrawal.isEmpty()) {
            return new Period();
        }
        if (!(withdrawal.get() instanceof Period period)) {
            throw Words.refused("Consent.extension", "is no period");
        }
        return period;
    }
}
