package uk.mashhub.hub.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.match.Weight;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.Relationship;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** One line of an enquiry's ledger. Facts are appended, never changed; the packet is folded from them (ADR 0004). */
public sealed interface EnquiryFact {

    /** The referral that raised the enquiry, or another about the same matter. */
    record Received(
            ReferralId referral,
            AgencyId sender,
            SourceId source,
            Referrer referrer,
            Set<ConcernCategory> categories,
            boolean immediateDanger,
            List<PacketPerson> people,
            List<Household> households,
            List<Relationship> relationships,
            List<Consent> consents,
            List<Item> items)
            implements EnquiryFact {
        @Override
        public String toString() {
            return "Received[" + referral + "]";
        }
    }

    /** A message that could not be read: the clock runs, and people are told to ring the sender (ruling 26). */
    record ReceivedUnreadable(ReferralId referral, AgencyId sender, SourceId source, String fault, String place)
            implements EnquiryFact {}

    /**
     * A source was asked.
     *
     * @param rule which rule of the policy allowed it
     * @param people whom it was asked about
     * @param told what it was told of them, and the law of that rule then; empty in ledgers of former times
     */
    record Asked(
            QuestionId question,
            AgencyId agency,
            SourceId source,
            Instant dueAt,
            Purpose purpose,
            String rule,
            List<PersonId> people,
            Optional<ToldInQuestion> told)
            implements EnquiryFact {
        public Asked {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(rule, "rule");
            people = List.copyOf(people);
            Objects.requireNonNull(told, "told");
        }
    }

    /** Policy did not allow the question, or not yet. */
    record NotAsked(AgencyId agency, SourceId source, String reason) implements EnquiryFact {}

    /**
     * A source answered, or could not be reached.
     *
     * @param people people of the enquiry of whom the answer speaks, with the roles that it gives them; nobody joins an
     *     enquiry because a source names them
     * @param flags safety flags that the answer raises on people of the enquiry
     * @param outside everybody else of whom it speaks
     * @param waiting those of them who may be people of the enquiry; their items wait, their flags do not
     * @param apart those whom a statute keeps apart: in no view, named to their unit only
     */
    record Answered(
            QuestionId question,
            AgencyId agency,
            SourceId source,
            Answer.Kind kind,
            String reason,
            List<PacketPerson> people,
            List<PersonFlags> flags,
            List<Outsider> outside,
            List<Waiting> waiting,
            List<PersonId> apart,
            List<Household> households,
            List<Relationship> relationships,
            List<Item> items)
            implements EnquiryFact {
        @Override
        public String toString() {
            return "Answered[" + source + ", " + kind + "]";
        }
    }

    /**
     * Somebody of whom a source speaks who is not, or not certainly, of the enquiry. They are known across enquiries, so
     * that what protects them does too; they stand in no roster.
     *
     * @param perhaps who of the enquiry it may be; empty for a stranger
     * @param statutes what the source's own items say keeps this record apart
     */
    record Outsider(
            PersonId id,
            Set<PersonId> perhaps,
            PersonDetails details,
            List<uk.mashhub.model.person.PersonFlag> flags,
            Set<StatuteFlag> statutes) {
        public Outsider {
            Objects.requireNonNull(id, "id");
            perhaps = Set.copyOf(perhaps);
            Objects.requireNonNull(details, "details");
            flags = List.copyOf(flags);
            statutes = Set.copyOf(statutes);
        }

        @Override
        public String toString() {
            return "Outsider[" + id + "]";
        }
    }

    /** Flags of one person. */
    record PersonFlags(PersonId person, List<uk.mashhub.model.person.PersonFlag> flags) {
        public PersonFlags {
            Objects.requireNonNull(person, "person");
            flags = List.copyOf(flags);
        }
    }

    /**
     * A doubtful link between a person of the enquiry and one of a source or of another enquiry. It carries nothing of
     * the other record: whoever compares the two reads each under their own rights (ruling 33).
     *
     * @param candidate the other record; its own id until somebody says that they are one
     * @param why what agrees and what does not, in words
     * @param weight how much, by which model; empty where only the source doubts, and in ledgers of former times
     */
    record Waiting(LinkId link, PersonId person, PersonId candidate, List<String> why, Optional<Weight> weight) {
        public Waiting {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(candidate, "candidate");
            why = List.copyOf(why);
            Objects.requireNonNull(weight, "weight");
        }

        @Override
        public String toString() {
            return "Waiting[" + link + "]";
        }
    }

    /** People of the referral, or of whom an answer speaks, may be known from another enquiry. */
    record LinksFound(List<Waiting> waiting) implements EnquiryFact {}

    /**
     * Possible links with somebody whom a statute keeps apart: for the named unit alone (ruling 33). Their restrictions
     * apply (ruling 10); no list but the unit's has them.
     */
    record LinksKept(List<Waiting> waiting) implements EnquiryFact {
        public LinksKept {
            waiting = List.copyOf(waiting);
        }

        @Override
        public String toString() {
            return "LinksKept[not shown]";
        }
    }

    /**
     * What a member of a named unit has said of a link that only the unit may know of. That two are one joins nothing for
     * anybody else: what a statute keeps apart stays apart. That they are two lifts what travels over the link.
     *
     * @param counts false of the first of two, where the area wants two
     */
    record UnitWord(LinkId link, UserId by, TeamId team, Word word, boolean counts, String why) implements EnquiryFact {
        /** What can be said. */
        public enum Word {
            SAME,
            APART,
            /** What was said before is taken back. */
            OPEN
        }

        public UnitWord {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public String toString() {
            return "UnitWord[not shown]";
        }
    }

    /**
     * Two people were taken for one from one instant to another, and these teams opened a packet of this enquiry meanwhile
     * (law 11). The enquiry is the one in which the link was settled, or another that the two had in common.
     *
     * @param views which packets they opened; none in ledgers of former times
     */
    record LinkUndone(LinkId link, Instant from, Instant to, List<TeamId> shownTo, Optional<List<ViewId>> views)
            implements EnquiryFact {
        public LinkUndone {
            shownTo = List.copyOf(shownTo);
            views = views.map(List::copyOf);
        }
    }

    /**
     * The first of two people has said of a link whether two are one: it counts when a second says so too (ruling 33), and
     * is gone when the link is settled, or somebody says otherwise.
     */
    record LinkWord(LinkId link, UserId by, TeamId team, boolean same, String why) implements EnquiryFact {
        public LinkWord {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public String toString() {
            return "LinkWord[" + link + "]";
        }
    }

    /** Something a person did on a form or through the API. */
    record Acted(ActId id, UserId by, TeamId team, AgencyId agency, Act act) implements EnquiryFact {
        @Override
        public String toString() {
            return "Acted[" + id + "]";
        }
    }

    /**
     * Somebody was brought into the enquiry.
     *
     * @param known what its decision maker said of them
     */
    record BroughtIn(AgencyId agency, PacketPerson person, Item known) implements EnquiryFact {
        public BroughtIn {
            Objects.requireNonNull(agency, "agency");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(known, "known");
        }

        @Override
        public String toString() {
            return "BroughtIn[" + person.id() + "]";
        }
    }

    /** What the referrer was told. */
    record ReferrerTold(String text, Optional<Instant> at) implements EnquiryFact {
        @Override
        public String toString() {
            return "ReferrerTold[not shown]";
        }
    }
}
