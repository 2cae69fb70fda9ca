package uk.mashhub.policy.fact;

import static uk.mashhub.policy.fact.Asking.ASK_ABOUT;
import static uk.mashhub.policy.fact.Asking.MAY_ASK;
import static uk.mashhub.policy.fact.Asking.MAY_OPEN;
import static uk.mashhub.policy.fact.Asking.MAY_SEE;
import static uk.mashhub.policy.fact.Asking.MAY_SEND;
import static uk.mashhub.policy.fact.Asking.VIEW_PART;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/**
 * Everything that a rule may read, and every value it may have: a finite space. Named facts, in capitals, are
 * {@code yes} or {@code no}. What a rule needs beyond these becomes a constant here, computed in this package.
 */
public enum Attribute {
    DATA_CLASS("dataClass", DataClass.class, MAY_SEE),
    NATURE("nature", Nature.class, MAY_SEE),
    HANDLING_CODE("handlingCode", HandlingCode.class, MAY_SEE),
    CLASSIFICATION("classification", Classification.class, MAY_SEE),
    REGIME("regime", Regime.class, MAY_SEE),
    PURPOSE("purpose", Purpose.class, MAY_SEE, MAY_ASK, ASK_ABOUT, MAY_SEND, VIEW_PART),
    SECTOR("sector", Sector.class, MAY_SEE, MAY_ASK, ASK_ABOUT, MAY_SEND, VIEW_PART),
    /** The sector of the agency that owns the item; UNKNOWN for one that is not of the enquiry's area. */
    OWNER_SECTOR("ownerSector", Sector.class, MAY_SEE),
    ROLE("role", Role.class, MAY_SEE, MAY_OPEN, MAY_SEND, VIEW_PART),
    PLACEMENT("placement", Placement.class, MAY_SEE, MAY_OPEN, MAY_SEND, VIEW_PART),
    ARTEFACT("artefact", Artefact.class, MAY_SEE, MAY_OPEN, MAY_SEND, VIEW_PART),
    CHANNEL("channel", Channel.class, MAY_SEND),
    PART("part", ViewPart.class, VIEW_PART),
    PERSON_STANDING("personStanding", PersonStanding.class, ASK_ABOUT),

    /** The owner says that a duty of confidence is owed, as for all health records. */
    CONFIDENTIAL(MAY_SEE),
    STATUTE_GENDER_RECOGNITION(MAY_SEE),
    STATUTE_ADOPTION(MAY_SEE),
    STATUTE_ASSISTED_CONCEPTION(MAY_SEE),
    STATUTE_WITNESS_PROTECTION(MAY_SEE),
    STATUTE_SEXUAL_OFFENCE_COMPLAINANT(MAY_SEE),
    STATUTE_FAMILY_COURT(MAY_SEE),
    STATUTE_UNKNOWN(MAY_SEE),
    HANDLING_CONSULT_ORIGINATOR(MAY_SEE),
    HANDLING_NO_ONWARD_SHARING(MAY_SEE),
    HANDLING_NOT_FOR_SUBJECT(MAY_SEE),
    HANDLING_SOURCE_PROTECTED(MAY_SEE),
    HANDLING_VERY_RESTRICTED(MAY_SEE),
    HANDLING_UNKNOWN(MAY_SEE),

    /** The owner lets it be shown until a last day, whether or not that has passed. */
    HANDLING_HAS_LAST_DAY(MAY_SEE),
    /** The last day on which the owner lets it be shown has passed. */
    HANDLING_EXPIRED(MAY_SEE),
    /** The owner lists the teams that may read it, and this is one of them. */
    NAMED_READER(MAY_SEE),
    /** The owner lists the teams that may read it, and this is none of them. */
    NOT_A_NAMED_READER(MAY_SEE),
    /** The reader is of the agency that owns the item. */
    READER_OWNS_ITEM(MAY_SEE),
    /** The agency that owns the item has stopped sharing. */
    OWNER_STOPPED(MAY_SEE),
    /** The item is about somebody for whom the reader's team acts: whose packet it is, or another, in any enquiry. */
    READER_ACTS_FOR_SUBJECT(MAY_SEE),
    /** The reader's area is not the enquiry's. */
    READER_OF_OTHER_AREA(MAY_SEE, VIEW_PART),
    /** Somebody for whom the reader acts is, or for what leaves the room may be, linked to harm to one of the enquiry. */
    PERPETRATOR_SIDE(MAY_SEE, MAY_SEND, VIEW_PART),
    /** Somebody of the enquiry, or of their household, is kept from being found. */
    ENQUIRY_HIDES_LOCATION(MAY_SEE, ASK_ABOUT, MAY_SEND, VIEW_PART),
    /** A subject, or somebody of the same household, is kept from being found; yes where subjects are not known. */
    SUBJECT_SAFE_ADDRESSED(MAY_SEE),
    /** The NHS restricts the record of a subject, or of somebody of the same household. */
    SUBJECT_PDS_RESTRICTED(MAY_SEE),
    /** A subject is a protected person. */
    SUBJECT_PROTECTED_PERSON(MAY_SEE),
    /** Probation lets named users only read about a subject. */
    SUBJECT_LIMITED_ACCESS(MAY_SEE),
    /** A subject is marked as a risk to staff. */
    SUBJECT_RISK_TO_STAFF(MAY_SEE),
    /** The item names somebody who is not of this enquiry. */
    SUBJECT_NOT_IN_ENQUIRY(MAY_SEE),
    /** The item is about an index child. */
    ABOUT_THIS_CHILD(MAY_SEE),
    /** The item is about the perspective person and nobody else. */
    ABOUT_PERSPECTIVE_ONLY(MAY_SEE),
    /** The item is about nobody but the perspective person, who is accused, or whose reader acts for nobody accused. */
    ABOUT_OWN_SIDE_ONLY(MAY_SEE),
    /** The item has narrative, an attachment or a field that nobody has classified. */
    HAS_FREE_TEXT(MAY_SEE),
    /** A field of the item leads to whoever told its owner. */
    HAS_SOURCE_DETAIL(MAY_SEE),
    /** A field of the item is an address or a postcode. */
    HAS_ADDRESS(MAY_SEE),
    /** A field of the item is of no known kind. */
    HAS_UNKNOWN_FIELD(MAY_SEE),
    /** About a child of the enquiry or the child's family, and within the window of its class. An unknown day is not. */
    RELEVANT_AND_RECENT(MAY_SEE),
    /** Sexual health of somebody who was under 13; an unknown age counts as under 13 where the subject is a child. */
    UNDER_13_SEXUAL(MAY_SEE),
    /** For everybody whom the item is about an agreement stands that covers this reader, or an override covers the owner. */
    AGREEMENT_OR_OVERRIDE(MAY_SEE),
    /** A decision maker's recorded override covers the owner. */
    OVERRIDE_COVERS_OWNER(MAY_SEE),
    /** A refusal or withdrawal that covers a subject and this reader stands. Only a court can agree past that. */
    SUBJECT_OBJECTS(MAY_SEE),
    /** An agreement that covered a subject has run out, and none stands in its place. */
    SUBJECT_AGREEMENT_ENDED(MAY_SEE),
    /** A subject was not asked because asking would prejudice the protection, and has not spoken since. */
    ASKING_WOULD_PREJUDICE(MAY_SEE),
    /** A subject was not asked because consent cannot be given, and has not spoken since. */
    CONSENT_CANNOT_BE_GIVEN(MAY_SEE),
    /** A subject was not asked because consent cannot reasonably be obtained, and has not spoken since. */
    CONSENT_NOT_OBTAINABLE(MAY_SEE),
    /** The owner has released the item to this team. */
    RELEASED_TO_AUDIENCE(MAY_SEE),
    /** The owner holds the item back for now. */
    HELD(MAY_SEE),
    /** The owner has taken the item back. */
    RECALLED(MAY_SEE),
    /** The owner has written words that this reader may have; for the perpetrator's side only with a release to it. */
    OWNER_WORDING(MAY_SEE),

    /** The child has an open case, which goes to the allocated worker. */
    OPEN_CASE(MAY_ASK),
    /** The agency has stopped sharing. */
    AGENCY_STOPPED(MAY_ASK),
    /** Every index child is covered by an agreement that stands. */
    AGREEMENT_COVERS_CHILDREN(MAY_ASK),
    /** A decision maker's recorded override covers the agency. */
    OVERRIDE_COVERS_AGENCY(MAY_ASK, ASK_ABOUT),
    /** The person is covered by an agreement that stands. */
    PERSON_AGREES(ASK_ABOUT),
    PERSON_PROTECTED(ASK_ABOUT),
    /** Every source of the council, of health and of the police has answered: what hides somebody would be known by now. */
    RESTRICTIONS_KNOWN(ASK_ABOUT),

    CONFLICT_OF_INTEREST(MAY_OPEN),
    TRAINING_IN_DATE(MAY_OPEN),
    VETTING_IN_DATE(MAY_OPEN),
    /** The view was made for the user's own team, role and area. */
    VIEW_OF_OWN_TEAM(MAY_OPEN),

    /** A second person has looked at exactly what is sent. */
    SECOND_PERSON_RELEASED(MAY_SEND),
    /** Every owner whose content is in it has agreed. */
    OWNERS_AGREED(MAY_SEND);

    private static final List<String> NO_YES = List.of("no", "yes");

    private final String term;
    private final List<String> words;
    private final Set<Asking> askings;

    Attribute(String term, Class<? extends Enum<?>> vocabulary, Asking first, Asking... more) {
        this.term = term;
        this.words =
                Arrays.stream(vocabulary.getEnumConstants()).map(Enum::name).toList();
        this.askings = EnumSet.of(first, more);
    }

    Attribute(Asking first, Asking... more) {
        this.term = name();
        this.words = List.of("no", "yes");
        this.askings = EnumSet.of(first, more);
    }

    /** The word that stands for it in an agreement. */
    public String term() {
        return term;
    }

    /** Its values as agreements write them; at most 64. */
    public List<String> words() {
        return words;
    }

    /** Whether it is a yes-or-no fact. */
    public boolean named() {
        return words.equals(NO_YES);
    }

    /** Whether rules of that question may read it. */
    public boolean readBy(Asking asking) {
        return askings.contains(asking);
    }

    /** The attributes that rules of a question may read. */
    public static List<Attribute> of(Asking asking) {
        return Arrays.stream(values()).filter(a -> a.readBy(asking)).toList();
    }
}
