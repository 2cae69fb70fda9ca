package uk.mashhub.adapter.health.consent;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Identifier;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;

/** How far the provision of a Consent goes. An element that is there and cannot be read is never taken for one that is not. */
final class Provisions {
    private static final String PLACE = "Consent.provision";

    private Provisions() {}

    static ConsentScope scope(ProvisionComponent provision) throws Unreadable {
        Set<AgencyId> agencies = new HashSet<>();
        Set<TeamId> teams = new HashSet<>();
        for (int i = 0; i < provision.getActor().size(); i++) {
            actor(provision.getActor().get(i), PLACE + ".actor[" + i + "]", agencies, teams);
        }
        for (int i = 0; i < provision.getAction().size(); i++) {
            Words.each(provision.getAction().get(i), Urls.ACTION, Set.of("disclose"), PLACE + ".action[" + i + "]");
        }
        return new ConsentScope(
                agencies,
                teams,
                words(provision.getPurpose(), Urls.PURPOSE, Purpose.class, PLACE + ".purpose"),
                words(provision.getClass_(), Urls.DATA_CLASS, DataClass.class, PLACE + ".class"));
    }

    private static void actor(provisionActorComponent actor, String place, Set<AgencyId> agencies, Set<TeamId> teams)
            throws Unreadable {
        Words.each(actor.getRole(), Urls.PARTICIPATION, Set.of("IRCP"), place + ".role");
        Identifier who = actor.getReference().getIdentifier();
        String system = String.valueOf(who.getSystem());
        try {
            if (system.equals(Urls.AGENCY)) {
                agencies.add(new AgencyId(String.valueOf(who.getValue())));
            } else if (system.equals(Urls.TEAM)) {
                teams.add(new TeamId(String.valueOf(who.getValue())));
            } else {
                throw Words.refused(place + ".reference.identifier", "no agency or team that is known here");
            }
        } catch (IllegalArgumentException e) {
            throw Words.refused(place + ".reference.identifier.value", "no name of an agency or a team");
        }
    }

    private static <E extends Enum<E>> Set<E> words(List<Coding> codings, String system, Class<E> type, String place)
            throws Unreadable {
        Set<E> words = EnumSet.noneOf(type);
        for (int i = 0; i < codings.size(); i++) {
            String here = place + "[" + i + "]";
            if (!system.equals(codings.get(i).getSystem())) {
                throw Words.refused(here, "a code that is not known here");
            }
            words.add(Words.word(String.valueOf(codings.get(i).getCode()), type, here));
        }
        return words;
    }

    /**
     * A day of a period.
     *
     * @param there whether the element is there, be it without a value
     * @throws Unreadable if it is not one whole day: a year, a month or an hour would have to be rounded
     */
    static Optional<LocalDate> day(boolean there, BaseDateTimeType day, String place) throws Unreadable {
        if (!there) {
            return Optional.empty();
        }
        String text = String.valueOf(day.getValueAsString());
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw Words.refused(place, "is no day");
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            throw Words.refused(place, "is no day");
        }
    }
}
