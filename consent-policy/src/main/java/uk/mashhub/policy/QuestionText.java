package uk.mashhub.policy;

import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.person.Address;
import uk.mashhub.policy.json.Json;

/** A question in canonical JSON, for its seal and its commitments. */
final class QuestionText {
    private QuestionText() {}

    static Json of(Question question) {
        return Json.object()
                .put("token", question.token().toString())
                .put("source", question.source().value())
                .put("purpose", question.purpose().name())
                .put("dueAt", question.dueAt().toString())
                .put(
                        "people",
                        Json.rows(question.people().stream()
                                .map(QuestionText::person)
                                .toList()))
                .done();
    }

    private static Json person(AskedPerson person) {
        return Json.object()
                .put("key", person.key().value())
                .put(
                        "names",
                        Json.words(person.names().stream().map(n -> n.full()).toList()))
                .put(
                        "birthDate",
                        person.birthDate().map(b -> b.date().toString()).orElse(""))
                .put(
                        "identifiers",
                        Json.words(person.identifiers().stream()
                                .map(i -> i.getClass().getSimpleName() + " " + i.value())
                                .toList()))
                .put("address", person.address().map(QuestionText::address).orElse(""))
                .line();
    }

    private static String address(Address address) {
        return String.join(", ", address.lines()) + " " + address.postcode();
    }
}
