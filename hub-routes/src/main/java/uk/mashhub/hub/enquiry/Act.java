package uk.mashhub.hub.enquiry;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What people can do on an enquiry (ruling 32). Each checks the role, is logged and decides again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "act")
public sealed interface Act {

    /** Rates the urgency; a change must carry a reason. */
    record Rate(Rating rating, String reason) implements Act {}

    /** Sets the purpose, with grounds (Children Act 1989 s47(1)(b) for section 47). */
    record SetPurpose(Purpose purpose, String grounds) implements Act {}

    /**
     * Records agreement, refusal, withdrawal, or why it was not sought.
     *
     * @param terms empty for what was not sought, and in ledgers of former times
     */
    record RecordAgreement(
            ConsentState state,
            Set<PersonId> covers,
            String givenBy,
            Optional<NotSoughtReason> notSoughtBecause,
            Optional<ConsentTerms> terms)
            implements Act {
        @Override
        public String toString() {
            return "RecordAgreement[" + state + "]";
        }
    }

    /**
     * A decision maker overrides missing agreement below section 47.
     *
     * @param version of the maker's view: what they had read when they did it
     */
    record RecordOverride(Set<AgencyId> agencies, String reason, long version) implements Act {}

    /** A decision maker takes an override back for some agencies: what it alone allowed is recalled (ruling 5). */
    record WithdrawOverride(Set<AgencyId> agencies, String reason) implements Act {}

    /** The owner releases, holds, words or recalls an item. */
    record OwnItem(ItemId item, OwnerAct.Kind kind, Set<TeamId> teams, String text) implements Act {
        @Override
        public String toString() {
            return "OwnItem[" + item + ", " + kind + "]";
        }
    }

    /** Settles a doubtful link. */
    record SettleLink(LinkId link, boolean same, String why) implements Act {
        @Override
        public String toString() {
            return "SettleLink[" + link + "]";
        }
    }

    /**
     * The threshold decision for one child.
     *
     * @param version of the maker's view: what they had read when they decided
     */
    record DecideChild(PersonId child, Set<ThresholdOutcome> outcomes, String rationale, String dissent, long version)
            implements Act {
        @Override
        public String toString() {
            return "DecideChild[" + child + "]";
        }
    }

    /** Asks an agency once more that has not answered, such as one whose question was lost on the way. */
    record AskAgain(AgencyId agency) implements Act {}

    /**
     * Tells the referrer the outcome, in fixed words.
     *
     * @param spoken a person has told them, by telephone or face to face: the hub sends nothing
     */
    record TellReferrer(ThresholdOutcome outcome, boolean spoken) implements Act {}

    /** Closes an enquiry that is decided for every child and of which the referrer has been told the outcome. */
    record Close(String reason) implements Act {
        @Override
        public String toString() {
            return "Close[not shown]";
        }
    }

    /** Opens a closed enquiry again, such as on an answer that came after it was closed. */
    record Reopen(String reason) implements Act {
        @Override
        public String toString() {
            return "Reopen[not shown]";
        }
    }

    /**
     * Answers for an agency that has no system.
     *
     * @param when the day of what is told; policy reads a day that nobody knows as long ago
     */
    record AnswerByHand(
            SourceId source, boolean holdsRecord, DataClass dataClass, PersonId about, EventTime when, String text)
            implements Act {
        @Override
        public String toString() {
            return "AnswerByHand[" + source + "]";
        }
    }

    /** Raises a safety flag on a person. */
    record RaiseFlag(PersonId person, SafetyFlag flag, String reason) implements Act {
        /** The flag, from the room, for as long as nobody ends it. */
        public PersonFlag raised() {
            return new PersonFlag(flag, new SourceId("mash-room"), Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "RaiseFlag[" + person + ", " + flag + "]";
        }
    }

    /**
     * Brings somebody into the enquiry whom nobody had named to it, such as the man of whom an answer speaks. Only what the
     * decision maker knows of them: what sources hold is matched and asked for as for everybody else.
     *
     * @param roles what they are in this enquiry
     */
    record BringIn(String given, String family, Optional<LocalDate> born, Set<SubjectRole> roles, String reason)
            implements Act {
        @Override
        public String toString() {
            return "BringIn" + roles;
        }
    }

    /** Takes somebody out who was brought in; what came of them goes too (law 11). */
    record TakeOut(PersonId person, String reason) implements Act {
        @Override
        public String toString() {
            return "TakeOut[" + person + "]";
        }
    }

    /** Puts a member of staff on the conflict list of the people of the enquiry (ruling 6). */
    record DeclareConflict(UserId user, List<PersonId> people) implements Act {}
}
