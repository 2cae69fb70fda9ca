package uk.mashhub.adapter.council.marf;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.council.marf.Households.Dwelling;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.RelationshipKind;

/**
 * Reads the multi-agency referral form, {@code council-marf-v1+json}; {@code council/marf-v1.schema.json} describes it and
 * is what a form is held against. The steps below are the parts of the form, in its order.
 *
 * <p>A code or number that is not understood is kept as it was written. A field that the form does not have, a key that
 * nobody has, or a file that is not base64 refuses the form, with JSON Pointer and line.
 */
public final class MarfTranslator implements Translator {
    private final Optional<SourceId> councilNumbers;

    /** A translator that takes council numbers as something to read, not to match by. */
    public MarfTranslator() {
        this(Optional.empty());
    }

    /** A translator for which the form's council numbers are the numbers of this source, such as the CIN census. */
    public MarfTranslator(SourceId councilNumbers) {
        this(Optional.of(councilNumbers));
    }

    private MarfTranslator(Optional<SourceId> councilNumbers) {
        this.councilNumbers = Objects.requireNonNull(councilNumbers, "councilNumbers");
    }

    @Override
    public String format() {
        return "council-marf-v1+json";
    }

    @Override
    public Contact translate(byte[] message, Received received) throws Unreadable {
        Form form = Gate.admit(message);
        Terms terms = new Terms();
        PersonReading reading =
                new PersonReading(terms, received.at().atZone(ZoneOffset.UTC).toLocalDate(), councilNumbers);
        Cast cast = Cast.of(form, reading.people(form));
        List<Dwelling> dwellings = Households.of(form, cast, terms);
        SafetyFlags flags = SafetyFlags.of(form, cast, dwellings, received.source());
        Sheet sheet = sheet(form, cast, terms);
        return contact(form, cast, dwellings, flags, sheet, terms);
    }

    private static Contact contact(
            Form form, Cast cast, List<Dwelling> dwellings, SafetyFlags flags, Sheet sheet, Terms terms)
            throws Unreadable {
        Form concern = part(form, "concern");
        ConcernItems concerns = new ConcernItems(concern, sheet, terms);
        ReferrerReading referrer = new ReferrerReading(part(form, "referrer"));
        ConsentReading consent = new ConsentReading(part(form, "consent"), terms);
        List<SourceItem> items = new ArrayList<>(referrer.items(sheet, terms));
        items.addAll(people(form, cast, sheet, terms));
        items.addAll(AgencyItems.of(form, cast, sheet, terms));
        items.addAll(concerns.items(form, cast));
        items.addAll(consent.items(sheet));
        items.addAll(KeptItem.of(form, sheet));
        items.addAll(AttachmentItems.of(form, sheet, terms));
        return new Contact(
                referrer.referrer(),
                sheet.classification(),
                concerns.categories(),
                concern.flag("immediateDanger"),
                cast.everybody().stream()
                        .map(p -> new ContactPerson(p.key(), p.roles(), p.details(), flags.of(p)))
                        .toList(),
                dwellings.stream().map(Dwelling::household).toList(),
                relationships(form, cast, terms),
                consent.consents(cast),
                items,
                terms.unknown());
    }

    private static List<SourceItem> people(Form form, Cast cast, Sheet sheet, Terms terms) {
        List<SourceItem> items = new ArrayList<>();
        LocationItems locations = new LocationItems(sheet, terms);
        for (FormPerson person : cast.everybody()) {
            items.addAll(PersonItems.of(sheet, terms, person));
            items.addAll(locations.of(person));
        }
        for (Form dwelling : form.objects("households")) {
            items.addAll(locations.of(dwelling, cast.named(dwelling, "members")));
        }
        return items;
    }

    private static List<ContactRelationship> relationships(Form form, Cast cast, Terms terms) {
        return form.objects("relationships").stream()
                .map(r -> new ContactRelationship(
                        cast.key(r, "from"),
                        terms.code(
                                r, "kind", RelationshipKind.class, RelationshipKind.UNKNOWN, RelationshipKind.UNKNOWN),
                        cast.key(r, "to")))
                .distinct()
                .toList();
    }

    private static Sheet sheet(Form form, Cast cast, Terms terms) {
        Classification classification = Gate.classification(form.text("classification"));
        if (classification == Classification.UNKNOWN) {
            terms.keep(form.place("classification"), form.text("classification"));
        }
        return new Sheet(
                classification,
                terms.instant(form, "submittedAt"),
                Optional.of(form.text("eventReference")).filter(r -> !r.isEmpty()),
                KeptFromFamily.of(form, terms),
                cast.everybody().stream().map(FormPerson::subject).toList(),
                cast.children().stream().map(FormPerson::subject).toList());
    }

    private static Form part(Form form, String name) {
        return form.object(name).orElseThrow(() -> new IllegalStateException("the schema asks for " + name));
    }
}
