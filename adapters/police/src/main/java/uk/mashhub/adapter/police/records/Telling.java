package uk.mashhub.adapter.police.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Account;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Risk;
import uk.mashhub.adapter.police.sheet.IncidentSheet.RiskAnswer;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Voice;
import uk.mashhub.adapter.police.sheet.RiskWords;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.Nature;

/** Reads what was told of an incident: accounts, children's words, the risk assessment. */
final class Telling {
    private Telling() {}

    static List<Account> accounts(JsonShape incident, Terms terms) throws WrongShape {
        List<Account> accounts = new ArrayList<>();
        for (JsonShape a : incident.objects("accounts")) {
            Nature nature = Words.in(Nature.class, a.required("nature"), a.place("nature"), terms);
            accounts.add(new Account(nature, a.required("text")));
        }
        return accounts;
    }

    static List<Voice> voices(JsonShape incident, Cast cast) throws WrongShape {
        List<Voice> voices = new ArrayList<>();
        for (JsonShape v : incident.objects("childVoices")) {
            voices.add(new Voice(cast.key(v.required("recordId")), v.required("text")));
        }
        return voices;
    }

    static Optional<Risk> risk(JsonShape incident, Terms terms) throws WrongShape {
        Optional<JsonShape> risk = incident.object("risk");
        if (risk.isEmpty()) {
            return Optional.empty();
        }
        JsonShape r = risk.get();
        List<RiskAnswer> answers = new ArrayList<>();
        for (JsonShape a : r.objects("answers")) {
            String question = a.number("question").map(String::valueOf).orElse("?");
            answers.add(new RiskAnswer(
                    question,
                    RiskWords.reply(question, a.required("answer"), a.place("answer"), terms),
                    a.text("comment")));
        }
        ItemField grade = RiskWords.grade(r.required("grade"), r.place("grade"), terms);
        return Optional.of(
                new Risk(grade, r.number("score").map(String::valueOf).orElse(""), answers));
    }
}
