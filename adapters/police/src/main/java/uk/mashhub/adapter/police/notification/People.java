package uk.mashhub.adapter.police.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.contact.ContactConsent;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.RelationshipKind;

/** The people of a notification, how they are related, what they agreed to, and what is feared for them. */
record People(
        List<PersonSheet> sheets,
        List<ContactRelationship> relationships,
        List<ContactConsent> consents,
        Set<ConcernCategory> stated) {

    static People of(Element notification, SourceId source, Terms terms) {
        return new People(
                notification.the("people").all("person").stream()
                        .map(p -> PersonReading.read(p, source, terms))
                        .toList(),
                notification.all("relationships").stream()
                        .flatMap(r -> r.all("relationship").stream())
                        .map(r -> relationship(r, terms))
                        .toList(),
                notification.all("consents").stream()
                        .flatMap(c -> c.all("consent").stream())
                        .map(c -> consent(c, terms))
                        .toList(),
                categoriesOf(notification.the("header"), terms));
    }

    private static ContactRelationship relationship(Element r, Terms terms) {
        return new ContactRelationship(
                new PersonKey(r.attribute("from")),
                Words.in(RelationshipKind.class, r.attribute("kind"), r.place(), terms),
                new PersonKey(r.attribute("to")));
    }

    private static ContactConsent consent(Element c, Terms terms) {
        Optional<NotSoughtReason> because = c.one("notSoughtBecause").flatMap(b -> {
            Optional<NotSoughtReason> known = Words.known(NotSoughtReason.class, b.token());
            if (known.isEmpty()) {
                terms.add(b.place(), b.token());
            }
            return known;
        });
        return new ContactConsent(
                Words.in(ConsentState.class, c.attribute("state"), c.place(), terms),
                c.all("covers").stream()
                        .map(e -> new PersonKey(e.attribute("person")))
                        .toList(),
                c.token("givenBy"),
                because);
    }

    private static Set<ConcernCategory> categoriesOf(Element header, Terms terms) {
        Set<ConcernCategory> found = EnumSet.noneOf(ConcernCategory.class);
        for (Element e : header.all("category")) {
            found.add(Words.in(ConcernCategory.class, e.token(), e.place(), terms));
        }
        return found;
    }

    boolean aboutDomesticAbuse() {
        return stated.contains(ConcernCategory.DOMESTIC_ABUSE);
    }

    Set<ConcernCategory> categories(boolean domestic) {
        Set<ConcernCategory> all = EnumSet.noneOf(ConcernCategory.class);
        all.addAll(stated);
        if (domestic) {
            all.add(ConcernCategory.DOMESTIC_ABUSE);
        }
        return all;
    }

    @Override
    public String toString() {
        return "People[" + sheets.size() + "]";
    }
}
