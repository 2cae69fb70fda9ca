package uk.mashhub.hub.triage;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.hub.storage.QuestionStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Answers that an agency without a system gives on a form. */
public final class HandAnswers {
    private final EnquiryLedger ledger;
    private final QuestionStore questions;
    private final Clock clock;
    private final RandomSource random;

    public HandAnswers(EnquiryLedger ledger, QuestionStore questions, Clock clock, RandomSource random) {
        this.ledger = ledger;
        this.questions = questions;
        this.clock = clock;
        this.random = random;
    }

    /** Takes the answer of a team to the question that its agency was asked. */
    void answer(Enquiry enquiry, Team team, Act.AnswerByHand answer) {
        QuestionRow question = questions.of(enquiry.id()).stream()
                .filter(q -> q.source().equals(answer.source()) && q.agency().equals(team.agency()))
                // The ledger has an order where two questions have one time.
                .max(Comparator.comparing(q -> place(enquiry, q.token())))
                .orElseThrow();
        Answer.Kind kind = answer.holdsRecord() ? Answer.Kind.ANSWERED : Answer.Kind.NO_RECORD;
        questions.settle(question.token(), kind.name(), clock.instant(), "");
        ledger.append(
                enquiry.id(),
                team.agency(),
                new EnquiryFact.Answered(
                        question.token(),
                        team.agency(),
                        answer.source(),
                        kind,
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        answer.holdsRecord() ? List.of(item(enquiry, team, answer)) : List.of()));
    }

    private static int place(Enquiry enquiry, QuestionId question) {
        return enquiry.facts(EnquiryFact.Asked.class)
                .map(EnquiryFact.Asked::question)
                .toList()
                .indexOf(question);
    }

    private Item item(Enquiry enquiry, Team team, Act.AnswerByHand answer) {
        SubjectRole role = enquiry.referral().stream()
                .flatMap(r -> r.people().stream())
                .filter(p -> p.id().equals(answer.about()))
                .map(PacketPerson::roles)
                .flatMap(java.util.Set::stream)
                .findFirst()
                .orElse(SubjectRole.UNKNOWN);
        return new Item(
                ItemId.random(random),
                new Provenance(
                        team.agency(),
                        Optional.empty(),
                        answer.source(),
                        "by-hand/" + random.uuid(),
                        "",
                        Optional.empty(),
                        Optional.of(clock.instant()),
                        clock.instant()),
                answer.when(),
                List.of(new Subject(answer.about(), role)),
                ItemLabels.fact(answer.dataClass()),
                List.of(new ItemField(FieldKind.NARRATIVE, "Answer", answer.text())),
                List.of());
    }
}
