package uk.mashhub.adapter.health;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.AskByNumber.Found;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.adapter.health.fhir.FhirReader.Reading;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.NhsNumber;

/**
 * Child Protection - Information Sharing: whether a child is on a plan or looked after, by which local authority, and
 * whom to ring by day and by night. Who looked at the record before is never asked for: that list is itself sensitive.
 */
public final class CpisSource implements SourceSystem {
    private final SourceId id;
    private final FhirClient client;
    private final Map<String, AgencyId> authorities;
    private final boolean unscheduled;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param authorities the agencies of local authorities by the code or name that CP-IS gives, such as {@code SFD1}
     * @param unscheduled what {@code IsUnscheduledAccessEvent} says: true alerts the local authority to an unscheduled
     *     attendance, false is only written down by CP-IS. A check by the hub is no attendance.
     */
    public CpisSource(
            SourceId id, FhirClient client, Map<String, AgencyId> authorities, boolean unscheduled, Clock clock) {
        this.id = id;
        this.client = client;
        this.authorities = Map.copyOf(authorities);
        this.unscheduled = unscheduled;
        this.clock = clock;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public Answer ask(Question question) throws SourceUnavailable {
        return AskByNumber.ask(question, this::lookUp);
    }

    private Found lookUp(AskedPerson person, NhsNumber number) throws SourceUnavailable {
        String path = "CareTeam?patient:identifier="
                + URLEncoder.encode(NhsNumbers.SYSTEM + "|" + number.value(), StandardCharsets.UTF_8);
        Optional<Reading<Bundle>> answer =
                client.get(path, Map.of("IsUnscheduledAccessEvent", String.valueOf(unscheduled)), Bundle.class);
        return answer.isEmpty() ? Found.nothing() : read(answer.get(), person, number);
    }

    private Found read(Reading<Bundle> answer, AskedPerson person, NhsNumber number) throws SourceUnavailable {
        try {
            Answers.check(answer.resource());
            BundleIndex index = new BundleIndex(answer.resource());
            Telling telling = new Telling(
                    index,
                    new AskedPatient(person, number, index, clock),
                    SecurityLabels.of(answer.resource().getMeta().getSecurity()));
            PlanItems items = new PlanItems(telling, authorities);
            for (CareTeam team : index.all(CareTeam.class)) {
                if (team.getStatus() != CareTeamStatus.ENTEREDINERROR) {
                    items.add(team, person.key());
                }
            }
            telling.unknownTerms.addAll(answer.unknownTerms());
            return new Found(List.of(), telling.items, telling.items.isEmpty() ? List.of() : telling.unknownTerms);
        } catch (Unreadable e) {
            throw Answers.worthless(e);
        }
    }
}
