package uk.mashhub.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.ChildDecision;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.SharingOverride;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.SourceStatus;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sector;

/** Packets of invented enquiries. {@link #ordinary} has nothing to hide; {@link #refuge} has a mother and child in hiding. */
final class Packets {
    static final Instant RECEIVED = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant AS_AT = Instant.parse("2026-11-20T11:00:00Z");
    private final Purpose purpose;
    private Stage stage = Stage.ENQUIRING;
    private Instant asAt = AS_AT;
    private final List<PacketPerson> people = new ArrayList<>();
    private final List<PacketHousehold> households = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<OwnerAct> acts = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<SharingOverride> overrides = new ArrayList<>();
    private final List<AgencyStatus> agencies = new ArrayList<>();
    private final List<ChildDecision> decisions = new ArrayList<>();

    private Packets(Purpose purpose) {
        this.purpose = purpose;
    }

    static Packets empty(Purpose purpose) {
        return new Packets(purpose)
                .agency(
                        Audiences.COUNCIL,
                        "Exampleshire Council",
                        Sector.LOCAL_AUTHORITY,
                        SourceState.ANSWERED,
                        "council-cin")
                .agency(Audiences.POLICE, "Exampleshire Police", Sector.POLICE, SourceState.ANSWERED, "police-records")
                .agency(
                        Audiences.HEALTH,
                        "Exampleshire NHS",
                        Sector.HEALTH,
                        SourceState.ANSWERED,
                        "hospital-encounters")
                .agency(Audiences.HOMES, "Exampleshire Homes", Sector.HOUSING, SourceState.ASKED, "housing-by-hand");
    }

    /** A child, a mother, a father; nobody accused, nobody hiding. */
    static Packets ordinary(Purpose purpose) {
        return empty(purpose).person(People.noor()).person(People.leila()).person(People.karimUnmarked());
    }

    /** Mother and child in a refuge, the father alleged to have driven them there. */
    static Packets refuge(Purpose purpose) {
        return empty(purpose)
                .person(People.noor(SafetyFlag.SAFE_ADDRESS))
                .person(People.leila(SafetyFlag.SAFE_ADDRESS))
                .person(People.karim());
    }

    Packets person(PacketPerson person) {
        people.add(person);
        return this;
    }

    Packets household(Household household) {
        return household(Audiences.COUNCIL, "council-cin", household);
    }

    Packets household(AgencyId owner, String source, Household household, PersonId... candidates) {
        households.add(new PacketHousehold(owner, new SourceId(source), household, Set.of(candidates)));
        return this;
    }

    Packets item(Items item) {
        items.add(item.done());
        return this;
    }

    Packets item(Item item) {
        items.add(item);
        return this;
    }

    Packets act(ItemId item, OwnerAct.Kind kind, String text, String... teams) {
        Set<TeamId> named = new java.util.HashSet<>();
        List.of(teams).forEach(t -> named.add(new TeamId(t)));
        acts.add(new OwnerAct(item, kind, named, text, RECEIVED.plusSeconds(acts.size())));
        return this;
    }

    Packets released(int item, String... teams) {
        return act(Items.id(item), OwnerAct.Kind.RELEASE, "", teams);
    }

    Packets worded(int item, String words) {
        return act(Items.id(item), OwnerAct.Kind.WORDING, words);
    }

    Packets consent(ConsentState state, PersonId... covers) {
        consents.add(new Consent(state, Set.of(covers), "the mother", Optional.empty()));
        return this;
    }

    Packets said(Said said) {
        consents.add(said.recorded(consents.size()));
        return this;
    }

    Packets override(AgencyId... agencies) {
        overrides.add(new SharingOverride(Set.of(agencies), "risk outweighs", RECEIVED));
        return this;
    }

    Packets stage(Stage stage) {
        this.stage = stage;
        return this;
    }

    Packets asAt(Instant asAt) {
        this.asAt = asAt;
        return this;
    }

    Packets decision(ChildDecision decision) {
        decisions.add(decision);
        return this;
    }

    Packets agency(AgencyId agency, String name, Sector sector, SourceState state, String... sources) {
        agencies.removeIf(a -> a.agency().equals(agency));
        List<SourceStatus> statuses = new ArrayList<>();
        for (String source : sources) {
            statuses.add(status(source, state));
        }
        agencies.add(new AgencyStatus(agency, name, sector, name + " desk 020 7946 0001", statuses));
        return this;
    }

    static SourceStatus status(String source, SourceState state) {
        return new SourceStatus(
                new SourceId(source),
                source.replace('-', ' '),
                state,
                Instant.parse("2026-11-20T10:40:00Z"),
                Optional.of(Instant.parse("2026-11-20T14:00:00Z")),
                "");
    }

    Packets agency(AgencyStatus status) {
        agencies.removeIf(a -> a.agency().equals(status.agency()));
        agencies.add(status);
        return this;
    }

    Packet done() {
        return new Packet(
                new EnquiryId(new UUID(0x30L, 1)),
                "MH-7K2Q-94",
                Audiences.AREA,
                stage,
                purpose,
                Rating.RED,
                RECEIVED,
                RECEIVED.plusSeconds(4 * 3600),
                asAt,
                people,
                households,
                List.of(),
                items,
                acts,
                consents,
                overrides,
                agencies,
                decisions);
    }
}
