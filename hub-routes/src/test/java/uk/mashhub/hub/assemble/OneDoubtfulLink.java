package uk.mashhub.hub.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An enquiry about one child, of whom the police have a record that may be the child's. */
final class OneDoubtfulLink {
    static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    static final AgencyId POLICE = new AgencyId("exampleshire-police");
    static final SourceId SOURCE = new SourceId("police-records");
    static final PersonId CHILD = new PersonId(new UUID(2, 1));
    static final PersonId CANDIDATE = new PersonId(new UUID(2, 2));
    private static final LinkId LINK = new LinkId(new UUID(3, 1));
    private static final PersonDetails NOTHING =
            new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());

    private OneDoubtfulLink() {}

    static PacketPerson child(PersonId id) {
        return new PacketPerson(id, Set.of(SubjectRole.INDEX_CHILD), NOTHING, List.of());
    }

    static EnquiryFact received() {
        return new EnquiryFact.Received(
                new ReferralId(new UUID(6, 1)),
                POLICE,
                SOURCE,
                new Referrer("", "", "", "", "", true, false),
                Set.of(),
                false,
                List.of(child(CHILD)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static EnquiryFact.Answered answered(
            List<PacketPerson> people,
            List<EnquiryFact.PersonFlags> flags,
            List<Household> households,
            List<Item> items) {
        return new EnquiryFact.Answered(
                new QuestionId(new UUID(5, 1)),
                POLICE,
                SOURCE,
                Answer.Kind.ANSWERED,
                "",
                people,
                flags,
                List.of(),
                List.of(new EnquiryFact.Waiting(LINK, CHILD, CANDIDATE, List.of(), Optional.empty())),
                List.of(),
                households,
                List.of(),
                items);
    }

    static EnquiryFact settled(boolean same) {
        return new EnquiryFact.Acted(
                new ActId(new UUID(7, 1)),
                new UserId(new UUID(7, 2)),
                new TeamId("council-screening"),
                new AgencyId("exampleshire-council"),
                new Act.SettleLink(LINK, same, "We know her."));
    }

    static Enquiry enquiry(EnquiryFact... facts) {
        List<Enquiry.Entry> entries = new ArrayList<>();
        for (EnquiryFact fact : facts) {
            entries.add(new Enquiry.Entry(entries.size(), AT, fact));
        }
        EnquiryRow row = new EnquiryRow(
                new EnquiryId(new UUID(1, 1)),
                new AreaCode("E10000099"),
                "MH-TEST-01",
                "ENQUIRING",
                "S17",
                "AMBER",
                AT,
                AT,
                1,
                Optional.empty());
        return new Enquiry(row, entries);
    }
}
