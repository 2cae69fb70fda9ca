package uk.mashhub.hub.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.OwnerOnly;

/** Writes the files of a new hub's folder. What is there already is left as it is, so that it may be done again. */
public final class NewHome {
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{8}");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L} '-]{1,60}");

    private final Path folder;
    private final Path release;
    private final List<Path> made = new ArrayList<>();

    /**
     * @param folder to be
     * @param release the folder {@code config} of this release
     */
    public NewHome(Path folder, Path release) {
        this.folder = folder.toAbsolutePath().normalize();
        this.release = release;
    }

    /**
     * What is known at the start; the rest is for people to write into the files.
     *
     * @param code the area's ONS code, a letter and eight digits
     * @param name the area's name: letters, spaces, apostrophes, hyphens
     * @param issuer of the OpenID Connect provider; may be empty
     * @param client the hub, as the provider knows it
     * @param database address of an external database; empty for one of the hub's own
     * @param broker address of an external broker; empty for one of the hub's own
     */
    public record Wishes(String code, String name, String issuer, String client, String database, String broker) {
        public Wishes {
            for (String text : List.of(issuer, client, database, broker)) {
                if (text.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
                    throw new IllegalArgumentException("an address has no quotes, backslashes or line ends");
                }
            }
        }

        private void area() {
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "name the area by its ONS code, a letter and eight digits: --area CODE");
            }
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "name the area in letters, spaces, apostrophes and hyphens: --name NAME");
            }
        }

        /** For ids of agencies. */
        private String slug() {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        }

        private String into(String template) {
            return template.replace("@CODE@", code)
                    .replace("@NAME@", name)
                    .replace("@SLUG@", slug())
                    .replace("@ISSUER@", issuer)
                    .replace("@CLIENT@", client)
                    .replace("@DATABASE@", database)
                    .replace("@BROKER@", broker);
        }
    }

    /**
     * Writes what is missing.
     *
     * @return the files that were not there
     * @throws IllegalArgumentException if there is no area yet and the wishes name none
     */
    public List<Path> write(Wishes wishes) throws IOException {
        boolean area = anyArea();
        if (!area) {
            wishes.area();
        }
        OwnerOnly.folder(folder);
        OwnerOnly.folder(folder.resolve("secrets"));
        OwnerOnly.folder(folder.resolve("secrets/settings"));
        OwnerOnly.folder(folder.resolve("secrets/database"));
        Files.createDirectories(folder.resolve("config/sources"));
        put("hub.yaml", wishes.into(template("hub.yaml")));
        if (!area) {
            put("config/areas/" + wishes.slug() + ".yaml", wishes.into(template("area.yaml")));
        }
        copy("agreements", wishes, area);
        copy("schema", wishes, area);
        for (String name : List.of("sql/roles.sql", "retention.yaml")) {
            put("config/" + name, Files.readString(release.resolve(name)));
        }
        return List.copyOf(made);
    }

    private boolean anyArea() throws IOException {
        Path areas = folder.resolve("config/areas");
        if (!Files.isDirectory(areas)) {
            return false;
        }
        try (Stream<Path> files = Files.list(areas)) {
            return files.anyMatch(f -> f.toString().endsWith(".yaml"));
        }
    }

    /** What single agencies agreed is theirs to decide: the release's are left as examples that nothing reads. */
    private void copy(String part, Wishes wishes, boolean named) throws IOException {
        try (Stream<Path> files = Files.walk(release.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = release.relativize(file);
                boolean example = name.startsWith(Path.of("agreements", "agencies"));
                if (example && named) {
                    continue;
                }
                String text = Files.readString(file);
                put(
                        "config/" + name.toString().replace("exampleshire-", "") + (example ? ".example" : ""),
                        example ? text.replace("exampleshire-", wishes.slug() + "-") : text);
            }
        }
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        OwnerOnly.replace(file, text.getBytes(StandardCharsets.UTF_8));
        made.add(folder.relativize(file));
    }

    private static String template(String name) throws IOException {
        try (InputStream in = NewHome.class.getResourceAsStream("/setup/" + name)) {
            if (in == null) {
                throw new IOException("no /setup/" + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
