package uk.mashhub.adapter.police.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.police.sheet.DisposalSheet;
import uk.mashhub.adapter.police.sheet.Homes;
import uk.mashhub.adapter.police.sheet.IncidentItems;
import uk.mashhub.adapter.police.sheet.IncidentSheet;
import uk.mashhub.adapter.police.sheet.IntelligenceSheet;
import uk.mashhub.adapter.police.sheet.Marker;
import uk.mashhub.adapter.police.sheet.Matter;
import uk.mashhub.adapter.police.sheet.PersonItems;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.adapter.police.sheet.Protection;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.item.SourceItem;

/**
 * Translates a public protection notification (schema {@code police/ppn-v1.xsd}) into a contact of separated items.
 *
 * <p>Guarantees: no item holds the places of two people; what is safe-addressed is flagged, and so is who must not find
 * it; intelligence carries its grade, and a grade that is not understood never reads as P. Errors name line and element
 * and repeat no value.
 */
public final class NotificationTranslator implements Translator {
    /** The name of the format. */
    public static final String FORMAT = "police-ppn-v1+xml";

    private final NotificationXml xml = new NotificationXml();

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Contact translate(byte[] message, Received received) throws Unreadable {
        Element notification = xml.read(message);
        Terms terms = new Terms();
        Cover cover = Cover.of(notification.the("header"), terms);
        People people = People.of(notification, received.source(), terms);
        Matters matters = Matters.of(notification, cover, people);
        Protection protection = new Protection(people.sheets(), people.relationships(), matters.forProtection());
        return new Contact(
                cover.referrer(),
                cover.classification(),
                people.categories(matters.domestic()),
                notification.the("header").says("immediateDanger"),
                people.sheets().stream()
                        .map(p -> protection.person(p, received.source()))
                        .toList(),
                Homes.of(people.sheets()),
                people.relationships(),
                people.consents(),
                items(cover, people.sheets(), matters, protection),
                terms.all());
    }

    private static List<SourceItem> items(
            Cover cover, List<PersonSheet> people, Matters matters, Protection protection) {
        List<SourceItem> items = new ArrayList<>();
        people.forEach(p -> items.addAll(PersonItems.of(p, cover.heading(p.key()))));
        matters.incidents().forEach(i -> items.addAll(IncidentItems.of(i, protection.keptNear(i.place()))));
        matters.disposals().forEach(d -> items.addAll(d.items()));
        matters.logs().forEach(log -> items.add(log.item()));
        return items.stream().map(protection::marked).toList();
    }

    /** The matters of a notification. */
    private record Matters(List<IncidentSheet> incidents, List<DisposalSheet> disposals, List<IntelligenceSheet> logs) {
        static Matters of(Element notification, Cover cover, People people) {
            MatterReading reading = new MatterReading(cover, people.aboutDomesticAbuse());
            return new Matters(
                    reading.incidents(
                            sections(notification, "incidents", "incident").toList()),
                    sections(notification, "disposals", "disposal")
                            .map(reading::disposal)
                            .toList(),
                    sections(notification, "intelligence", "log")
                            .map(reading::log)
                            .toList());
        }

        /** The records of a section; what may not exist here (ViSOR and the like) is not among them. */
        private static Stream<Element> sections(Element notification, String section, String record) {
            return notification.all(section).stream()
                    .flatMap(s -> s.all(record).stream())
                    .filter(r -> !Marker.confidential(r.token("kind")));
        }

        List<Matter> forProtection() {
            return Stream.concat(
                            incidents.stream().map(Matter::of),
                            disposals.stream().map(Matter::of))
                    .toList();
        }

        boolean domestic() {
            return incidents.stream().anyMatch(IncidentSheet::domestic);
        }
    }
}
