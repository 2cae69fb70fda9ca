package uk.mashhub.hub.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.ContactHousehold;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.person.Relationship;
import uk.mashhub.model.vocabulary.FieldKind;

/** Turns the keys of one message into the hub's people, and with them everything that the message says of them. */
public final class PeopleOfMessage {
    private final Map<PersonKey, PersonId> ids = new LinkedHashMap<>();
    /** The label of a source's word that has no place in the vocabulary (ruling 26). */
    static final String NOT_UNDERSTOOD = "Not understood";

    private final RandomSource random;

    public PeopleOfMessage(RandomSource random) {
        this.random = random;
    }

    /** Says who a key is. */
    public void name(PersonKey key, PersonId person) {
        ids.put(key, person);
    }

    /** Says who a key is, unless somebody said so before. */
    public void nameIfNew(PersonKey key, PersonId person) {
        ids.putIfAbsent(key, person);
    }

    /** Who a key is. */
    public Optional<PersonId> person(PersonKey key) {
        return Optional.ofNullable(ids.get(key));
    }

    /**
     * Who a key is.
     *
     * @throws UnknownPerson if the message does not say
     */
    public PersonId required(PersonKey key) {
        return person(key).orElseThrow(UnknownPerson::new);
    }

    /** A message speaks of somebody whom it does not introduce. */
    public static final class UnknownPerson extends RuntimeException {
        static final String REASON = "the message names a person whom it does not describe";

        private static final long serialVersionUID = 1L;

        UnknownPerson() {
            super(REASON, null, false, false);
        }
    }

    /** The households, with ids of the hub. */
    public List<Household> households(List<ContactHousehold> households) {
        return households.stream().map(this::household).toList();
    }

    private Household household(ContactHousehold h) {
        List<HouseholdMember> members = h.members().stream()
                .map(k -> new HouseholdMember(required(k), Optional.empty(), Optional.empty()))
                .toList();
        return new Household(HouseholdId.random(random), h.address(), members);
    }

    /** The relationships. */
    public List<Relationship> relationships(List<ContactRelationship> relationships) {
        return relationships.stream()
                .map(r -> new Relationship(required(r.from()), r.kind(), required(r.to())))
                .collect(Collectors.toList());
    }

    /** The item, owned by whoever the transport authenticated. */
    public Item item(SourceItem s, Origin origin) {
        Provenance provenance = new Provenance(
                origin.owner(),
                s.originator(),
                origin.source(),
                s.recordId(),
                s.recordVersion(),
                s.eventKey(),
                s.recordedAt(),
                origin.extractedAt());
        List<Subject> subjects = s.subjects().stream()
                .map(x -> new Subject(required(x.person()), x.role()))
                .distinct()
                .toList();
        return new Item(ItemId.random(random), provenance, s.when(), subjects, s.labels(), fields(s), s.attachments());
    }

    /** A word that nobody understood is free text: shown as it was, flagged, wherever policy lets free text be read. */
    private static List<ItemField> fields(SourceItem s) {
        return Stream.concat(
                        s.fields().stream(),
                        s.unknownTerms().stream()
                                .map(t -> new ItemField(FieldKind.UNKNOWN, NOT_UNDERSTOOD, t.original())))
                .toList();
    }
}
