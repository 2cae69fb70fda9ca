package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Referral forms about families that nobody has heard of: the demo's sample form with other people in it each time. All of them are
 * invented; their NHS numbers are of the range 999, whose last digit is checked as NHS Digital's data dictionary says. All forms have
 * the same length, and so has what is made of them, ages included: where two differ in size, it is not by their names.
 */
final class BenchForms {
    private static final int FIRST = 100_000;
    private static final String[] SYLLABLES = {
        "bad", "del", "fin", "gor", "han", "jes", "kel", "lum", "mar", "nov", "pet", "quo", "ros", "sel", "tam", "vor",
        "wil", "zan"
    };
    private static final long SEED = 20_261_121;

    private final String template;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger(FIRST);

    BenchForms(Path root) throws IOException {
        template = Files.readString(
                root.resolve("adapters/simulators/src/main/resources/council/forms/family-a-school-concern.json"));
    }

    /** One more family's. */
    byte[] form() {
        int n = next.getAndIncrement();
        Random random = new Random(SEED + n);
        String family = name(random) + "-" + name(random);
        LocalDate child = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(1_400));
        LocalDate mother = LocalDate.of(1978, 1, 1).plusDays(random.nextInt(5_000));
        LocalDate father = LocalDate.of(1976, 1, 1).plusDays(random.nextInt(5_000));
        String row = (100 + random.nextInt(200)) + " " + name(random) + " Row";
        return template.replace("EXA-2026-0309-01", "BENCH-%07d".formatted(n))
                .replace("Okonkwo-Test", family)
                .replace("Test-Harrow", name(random) + "-" + name(random))
                .replace("Harrow", name(random))
                .replace("\"Maya\"", '"' + name(random) + '"')
                .replace("\"Grace\"", '"' + name(random) + '"')
                .replace("\"Daniel\"", '"' + name(random) + '"')
                .replace("\"Danny\"", '"' + name(random) + '"')
                .replace("2016-05-14", child.toString())
                .replace("1988-02-03", mother.toString())
                .replace("1985-11-21", father.toString())
                .replace("14 Sample Row", row)
                .replace("ZZ1 1AA", postcode(random))
                .replace("999 000 0018", nhs())
                .replace("999 000 0026", nhs())
                .replace("999 000 0034", nhs())
                .replace("\"upn\": \"H999400116001\",", "")
                .replace("\"pncId\": \"03/11985X\",", "")
                .replace("07700 900118", telephone(random))
                .replace("07700 900119", telephone(random))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Another form about the same family, in which nobody speaks of the father. */
    static byte[] withoutTheFather(byte[] form) {
        ObjectNode other = (ObjectNode) JsonMapper.shared().readTree(form);
        other.put("reference", other.path("reference").asString().replace("BENCH", "AGAIN"));
        without((ArrayNode) other.path("household"), "key");
        without((ArrayNode) other.path("relationships"), "from");
        without((ArrayNode) other.path("relationships"), "to");
        return JsonMapper.shared().writeValueAsBytes(other);
    }

    private static void without(ArrayNode list, String key) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path(key).asString("").equals("daniel")) {
                list.remove(i);
            }
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String postcode(Random random) {
        return "ZZ" + (10 + random.nextInt(90)) + " " + random.nextInt(10) + (char) ('A' + random.nextInt(26))
                + (char) ('A' + random.nextInt(26));
    }

    /** Of Ofcom's range for drama. */
    private static String telephone(Random random) {
        return "07700 9%05d".formatted(random.nextInt(1000));
    }

    private String nhs() {
        while (true) {
            String nine = "999%06d".formatted(number.getAndIncrement());
            int sum = 0;
            for (int i = 0; i < nine.length(); i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = 11 - sum % 11;
            if (check != 10) {
                return nine + check % 11;
            }
        }
    }
}
