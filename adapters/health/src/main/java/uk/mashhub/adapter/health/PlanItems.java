package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Plans and legal status in CP-IS. The fact is the local authority's, which is its originator. */
final class PlanItems {
    private static final String PROTECTION = "342191000000101";
    private static final String LOOKED_AFTER = "764841000000100";
    private static final String UNBORN = "818901000000100";

    private final Telling telling;
    private final Map<String, AgencyId> authorities;

    PlanItems(Telling telling, Map<String, AgencyId> authorities) {
        this.telling = telling;
        this.authorities = authorities;
    }

    void add(CareTeam team, PersonKey person) throws Unreadable {
        if (team.hasSubject()) {
            // CP-IS need not name the child again; where it does, it must be the child who was asked about.
            telling.persons.of(team.getSubject(), team);
        }
        EventTime when = Demographics.when(team.getPeriod());
        ItemDraft draft = telling.draft(team, "", DataClass.PLAN_LEGAL_STATUS, person)
                .when(when)
                .originator(authority(PlainText.of(team.getName())));
        status(team, draft);
        draft.field(FieldKind.AGENCY_NAME, "Local authority", team.getName())
                .field(FieldKind.EVENT_DATE, "From", day(when.from()))
                .field(FieldKind.EVENT_DATE, "To", day(when.to()))
                .field(
                        FieldKind.STATUS,
                        "State",
                        team.hasStatus() ? team.getStatus().getDisplay() : "");
        for (ContactPoint point : team.getTelecom()) {
            draft.field(FieldKind.CONTACT_POINT, label(point), point.getValue());
        }
        telling.add(draft, team, person);
    }

    private void status(CareTeam team, ItemDraft draft) {
        List<String> codes = Coded.codes(team.getCategory());
        if (codes.contains(PROTECTION)) {
            draft.field(FieldKind.PLAN, "Plan", "Subject to a child protection plan");
        }
        if (codes.contains(UNBORN)) {
            draft.field(FieldKind.PLAN, "Plan", "Unborn child subject to a child protection plan");
        }
        if (codes.contains(LOOKED_AFTER)) {
            draft.field(FieldKind.LEGAL_STATUS, "Legal status", "Looked after by a local authority");
        }
        if (!draft.hasContent()) {
            draft.field(FieldKind.STATUS, "On CP-IS", "Known to CP-IS; the kind of plan is not understood")
                    .unknown(List.of(telling.term(team, ".category", Coded.words(team.getCategory()))));
        }
    }

    /** By the code in front of the name, such as 'SFD1 - SHEFFIELD CITY COUNCIL', or by the whole name. */
    private Optional<AgencyId> authority(String name) {
        String code = name.split(" - ", 2)[0].trim();
        return authorities.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(code)
                        || e.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String label(ContactPoint point) {
        if (point.getUse() == ContactPointUse.MOBILE) {
            return "Emergency duty team, out of hours";
        }
        return point.getUse() == ContactPointUse.WORK ? "Office hours" : "Contact";
    }

    private static String day(Optional<java.time.LocalDate> day) {
        return day.map(Object::toString).orElse("");
    }
}
