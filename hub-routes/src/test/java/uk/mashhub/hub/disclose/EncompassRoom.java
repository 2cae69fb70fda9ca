package uk.mashhub.hub.disclose;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealBroken;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.decide.KeyedHandles;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.EncompassStore;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.Hmac;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The police tell the hub of incidents, and whatever leaves for the school's desk is opened with its key. */
abstract class EncompassRoom {
    static final AgencyId POLICE = new AgencyId("exampleshire-police");
    static final AgencyId SCHOOLS = new AgencyId("exampleshire-schools");
    private static final String QUEUE = Addresses.notices(SCHOOLS, new SourceId("schools-by-hand"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    SmallHub hub = SmallHub.started();
    final SealKeyPair school = SealKeyPair.generate(hub.database.random);
    final LogReceipts receipts = mock(LogReceipts.class);
    final People people = People.family();
    final PacketPerson child = people.person("Ivy", 2018, SubjectRole.INDEX_CHILD);
    final PacketPerson mother = people.person("Mair", 1990, SubjectRole.PARENT, SubjectRole.VICTIM);
    final String occurrence = "42EX/" + hub.database.random.uuid();

    @TempDir
    Path folder;

    @AfterEach
    void everythingAsBefore() {
        for (SharingStops.Word word : hub.stops.words(hub.area.code())) {
            if (word.stopped()) {
                say(word.agency(), SharingStops.Kind.LIFTED);
            }
        }
        SmallHub.started();
    }

    void say(AgencyId agency, SharingStops.Kind kind) {
        hub.stops.say(
                hub.area.code(),
                new SharingStops.Word(agency, kind, UserId.random(hub.database.random), hub.clock.instant()));
    }

    Encompass encompass() {
        return new Encompass(
                hub.published::hold,
                new EncompassStore(hub.database.app),
                source -> school.publicKey(),
                new KeyedHandles(new byte[32]),
                new Hmac(new byte[32]),
                receipts,
                hub.outbox,
                hub.audit,
                hub.clock,
                hub.database.random);
    }

    Item incident(String reference, List<PacketPerson> in, ItemField... fields) {
        return new Item(
                ItemId.random(hub.database.random),
                new Provenance(
                        POLICE,
                        Optional.empty(),
                        new SourceId("police-notifications"),
                        reference + "/i1",
                        "",
                        Optional.of(reference),
                        Optional.empty(),
                        hub.clock.instant()),
                EventTime.on(DAY),
                in.stream()
                        .map(p -> new Subject(p.id(), p.roles().iterator().next()))
                        .toList(),
                ItemLabels.fact(DataClass.DOMESTIC_ABUSE_INCIDENT),
                List.of(fields),
                List.of());
    }

    Item incident(String reference, PacketPerson... in) {
        return incident(reference, List.of(in), new ItemField(FieldKind.CATEGORY, "Kind", "Domestic abuse"));
    }

    /** What an officer wrote of the same incident. */
    Item account() {
        return incident(
                occurrence,
                List.of(child, mother),
                new ItemField(FieldKind.CATEGORY, "Kind", "Domestic abuse"),
                new ItemField(FieldKind.NARRATIVE, "What was recorded", "He kicked the door at 11 Spinning Way."));
    }

    /** Takes a message in and tells of it, as the journey does. */
    EnquiryId told(AgencyId sender, String source, List<PacketPerson> persons, Item... items) {
        EnquiryId id = EnquiryId.random(hub.database.random);
        hub.in(() -> {
            hub.ledger.open(new EnquiryRow(
                    id,
                    hub.area.code(),
                    "MH-" + id.toString().substring(0, 8),
                    Stage.RECEIVED.name(),
                    Purpose.PRESCREEN.name(),
                    Rating.UNRATED.name(),
                    hub.clock.instant(),
                    hub.clock.instant().plusSeconds(3600),
                    0,
                    Optional.empty()));
            hub.ledger.append(
                    id,
                    sender,
                    new EnquiryFact.Received(
                            ReferralId.random(hub.database.random),
                            sender,
                            new SourceId(source),
                            new Referrer("", "", "", "", "", true, false),
                            Set.of(),
                            false,
                            persons,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(items)));
            return true;
        });
        again(id);
        return id;
    }

    void again(EnquiryId id) {
        hub.in(() -> {
            encompass().tell(hub.area, hub.ledger.lock(id), hub.packet(id));
            return true;
        });
    }

    EnquiryId police(Item... items) {
        return told(POLICE, "police-notifications", List.of(child, mother), items);
    }

    /** What has left for the school's desk since the outbox had so many lines, opened with its key. */
    List<String> left(long since) {
        hub.in(() -> {
            encompass().release();
            return true;
        });
        List<String> plain = new ArrayList<>();
        for (byte[] body : hub.database
                .app
                .sql("select body from outbox where id > :since and address = :address order by id")
                .param("since", since)
                .param("address", QUEUE)
                .query(byte[].class)
                .list()) {
            try {
                plain.add(new String(Seal.open(school, QUEUE, body), StandardCharsets.UTF_8));
            } catch (SealBroken e) {
                throw new AssertionError("not sealed for the school's desk", e);
            }
        }
        return plain;
    }

    long outbox() {
        return hub.database
                .app
                .sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
    }

    long logged(String act, String word) {
        return hub.database
                .app
                .sql("select count(*) from log_entry where act = :act and convert_from(entry, 'UTF8') like :word")
                .param("act", act)
                .param("word", "%" + word + "%")
                .query(Long.class)
                .single();
    }

    void proved(boolean yes) {
        when(receipts.proves(any())).thenReturn(yes);
    }

    String notice(String voice) {
        return "{\"born\":\"2018-03-14\",\"child\":\""
                + child.details().usualName().orElseThrow().full()
                + "\",\"circumstances\":\"Ring the police desk.\",\"on\":\"2026-11-01\",\"place\":\"UNKNOWN\","
                + "\"policeReference\":\"" + occurrence + "\",\"presence\":\"UNKNOWN\",\"voice\":\"" + voice + "\"}";
    }

    static PacketPerson flagged(PacketPerson person, SafetyFlag flag) {
        return new PacketPerson(
                person.id(),
                person.roles(),
                person.details(),
                List.of(new PersonFlag(
                        flag, new SourceId("police-notifications"), Optional.empty(), Optional.empty())));
    }

    void copyWithoutThePush() throws IOException {
        Path house = Path.of("../config/agreements");
        try (Stream<Path> files = Files.walk(house)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(house.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace(
                                        "role: [AGENCY_LEAD, SCREENING_SOCIAL_WORKER], channel: [QUEUE, SECURE_EMAIL]",
                                        "role: [AGENCY_LEAD, SCREENING_SOCIAL_WORKER], channel: [SECURE_EMAIL]")
                                .replace(
                                        "role: AGENCY_LEAD, channel: QUEUE, PERPETRATOR_SIDE: no",
                                        "role: AGENCY_LEAD, channel: SECURE_EMAIL, PERPETRATOR_SIDE: no"));
            }
        }
    }
}
