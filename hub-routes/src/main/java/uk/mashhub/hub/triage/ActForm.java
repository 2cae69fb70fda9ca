package uk.mashhub.hub.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * What a person wants to do, read from a form on the packet or from the same fields as JSON. People and lines are named by
 * the handles of the reader's own page; anything else is not there.
 */
public final class ActForm {
    private static final Map<String, BiFunction<FormFields, HandleFinder, Act>> READERS = Map.ofEntries(
            Map.entry("Rate", ActForm::rate),
            Map.entry("SetPurpose", ActForm::purpose),
            Map.entry("RecordAgreement", AgreementForm::read),
            Map.entry("RecordOverride", ActForm::override),
            Map.entry("WithdrawOverride", ActForm::withdraw),
            Map.entry("OwnItem", ActForm::own),
            Map.entry("SettleLink", ActForm::link),
            Map.entry("DecideChild", ActForm::decide),
            Map.entry("TellReferrer", ActForm::tell),
            Map.entry("Close", (f, finder) -> new Act.Close(f.text("reason"))),
            Map.entry("Reopen", (f, finder) -> new Act.Reopen(f.text("reason"))),
            Map.entry("AnswerByHand", ActForm::answer),
            Map.entry("RaiseFlag", ActForm::flag),
            Map.entry("AskAgain", ActForm::askAgain),
            Map.entry("BringIn", ActForm::bringIn),
            Map.entry("TakeOut", ActForm::takeOut),
            Map.entry("DeclareConflict", ActForm::conflict));

    private ActForm() {}

    /** Makes the act once the handles can be found; throws {@link NotAllowed} with words for the person. */
    public static Function<HandleFinder, Act> of(FormFields fields) {
        return finder -> {
            BiFunction<FormFields, HandleFinder, Act> reader = READERS.get(fields.text("act"));
            if (reader == null) {
                throw new NotAllowed("This cannot be done here.");
            }
            Act act = named(() -> reader.apply(fields, finder));
            fields.nothingElse();
            return act;
        };
    }

    /** Ids of agencies, teams and staff are typed; one that is not of its form is nobody's. */
    private static Act named(java.util.function.Supplier<Act> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("An id on this form is not of its form.");
        }
    }

    private static Act rate(FormFields f, HandleFinder finder) {
        return new Act.Rate(f.choice("rating", Rating.class, "Choose a rating."), f.text("reason"));
    }

    private static Act purpose(FormFields f, HandleFinder finder) {
        return new Act.SetPurpose(f.choice("purpose", Purpose.class, "Choose a purpose."), f.text("grounds"));
    }

    private static Act override(FormFields f, HandleFinder finder) {
        return new Act.RecordOverride(agencies(f), f.text("reason"), finder.seen(f.text("version")));
    }

    private static Act withdraw(FormFields f, HandleFinder finder) {
        return new Act.WithdrawOverride(agencies(f), f.text("reason"));
    }

    private static Set<AgencyId> agencies(FormFields f) {
        return f.all("agencies").stream().map(AgencyId::new).collect(Collectors.toSet());
    }

    private static Act own(FormFields f, HandleFinder finder) {
        Set<TeamId> teams = f.all("teams").stream().map(TeamId::new).collect(Collectors.toSet());
        return new Act.OwnItem(
                finder.item(f.required("line", "There is no such line.")),
                f.choice("kind", OwnerAct.Kind.class, "Choose what to do with the line."),
                teams,
                f.text("text"));
    }

    private static Act link(FormFields f, HandleFinder finder) {
        LinkId link = new LinkId(UUID.fromString(f.required("link", "Choose a link.")));
        return new Act.SettleLink(link, f.flag("same", "Say whether they are the same person."), f.text("why"));
    }

    private static Act decide(FormFields f, HandleFinder finder) {
        return new Act.DecideChild(
                finder.person(f.required("child", "Choose a child of this enquiry.")),
                f.choices("outcomes", ThresholdOutcome.class, "Choose at least one outcome."),
                f.text("rationale"),
                f.text("dissent"),
                finder.seen(f.text("version")));
    }

    private static Act tell(FormFields f, HandleFinder finder) {
        return new Act.TellReferrer(
                f.choice("outcome", ThresholdOutcome.class, "Choose the outcome."),
                f.flag("spoken", "Say whether you have told the referrer yourself, or the hub is to tell them."));
    }

    private static Act answer(FormFields f, HandleFinder finder) {
        boolean holds = f.flag("holdsRecord", "Say whether your agency holds a record.");
        DataClass dataClass = f.optional("dataClass", DataClass.class, "Choose what kind of information it is.")
                .orElse(DataClass.UNKNOWN);
        if (holds && dataClass == DataClass.UNKNOWN) {
            throw new NotAllowed("Choose what kind of information it is.");
        }
        return new Act.AnswerByHand(
                new SourceId(f.required("source", "Choose who answers.")),
                holds,
                dataClass,
                finder.person(f.required("about", "Choose a person of this enquiry.")),
                when(f, holds),
                f.text("text"));
    }

    /** A day, or the word that nobody knows it: one left out would be read as long ago without anybody having said so. */
    private static EventTime when(FormFields f, boolean holds) {
        Optional<LocalDate> day = f.day("when", "Give the day as day, month and year, or say that it is not known.");
        boolean unknown = f.text("whenNotKnown").equals("true");
        if (holds && day.isPresent() == unknown) {
            throw new NotAllowed("Give the day of what you tell, or say that it is not known.");
        }
        return day.map(EventTime::on).orElse(EventTime.unknown());
    }

    private static Act flag(FormFields f, HandleFinder finder) {
        SafetyFlag flag = f.choice("flag", SafetyFlag.class, "Choose a flag.");
        if (flag == SafetyFlag.UNKNOWN) {
            throw new NotAllowed("Choose a flag.");
        }
        return new Act.RaiseFlag(
                finder.person(f.required("person", "Choose a person of this enquiry.")), flag, f.text("reason"));
    }

    private static Act askAgain(FormFields f, HandleFinder finder) {
        return new Act.AskAgain(new AgencyId(f.required("agency", "Choose an agency.")));
    }

    private static Act bringIn(FormFields f, HandleFinder finder) {
        return new Act.BringIn(
                f.text("given"),
                f.text("family"),
                f.day("born", "Give the date of birth as day, month and year, or leave all three empty."),
                f.choices("roles", SubjectRole.class, "Choose what they are."),
                f.text("reason"));
    }

    private static Act takeOut(FormFields f, HandleFinder finder) {
        return new Act.TakeOut(
                finder.person(f.required("person", "Choose a person of this enquiry.")), f.text("reason"));
    }

    private static Act conflict(FormFields f, HandleFinder finder) {
        UserId user = UserId.of(f.required("user", "Give the colleague's staff id."));
        return new Act.DeclareConflict(user, List.copyOf(finder.everybody()));
    }
}
