package uk.mashhub.policy.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.policy.agreement.Node;
import uk.mashhub.policy.agreement.Problem;
import uk.mashhub.policy.agreement.Problems;
import uk.mashhub.policy.agreement.YamlFile;
import uk.mashhub.policy.fact.Windows;

/**
 * Reads case files: single ones, or every {@code *.yaml} of a folder. Beside them stands {@code setting.yaml}, which names
 * agencies, teams and families.
 */
public final class CaseFolder {
    private static final String SETTING = "setting.yaml";
    private final Problems problems = new Problems();
    private final List<PolicyCase> cases = new ArrayList<>();
    private final Windows windows;

    /**
     * What came of reading.
     *
     * @param problems empty only where every file was understood whole
     */
    public record Result(List<PolicyCase> cases, List<Problem> problems) {
        public Result {
            cases = List.copyOf(cases);
            problems = List.copyOf(problems);
        }
    }

    private CaseFolder(Windows windows) {
        this.windows = windows;
    }

    /**
     * Reads files and folders in the order given.
     *
     * @param windows of the policy that the cases are put to
     */
    public static Result read(List<Path> paths, Windows windows) {
        CaseFolder folder = new CaseFolder(windows);
        paths.forEach(folder::path);
        return new Result(folder.cases, folder.problems.list());
    }

    private void path(Path path) {
        List<Path> files = Files.isDirectory(path) ? inside(path) : List.of(path);
        Path here = Files.isDirectory(path)
                ? path
                : Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        setting(here.resolve(SETTING)).ifPresent(s -> files.forEach(f -> cases(f, s)));
    }

    private List<Path> inside(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(p -> String.valueOf(p.getFileName()).matches("[^.].*\\.ya?ml"))
                    .filter(p -> !p.endsWith(SETTING))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                problems.note(String.valueOf(folder.getFileName()), 0, "no case stands in this folder");
            }
            return files;
        } catch (IOException e) {
            problems.note(String.valueOf(folder.getFileName()), 0, "the folder cannot be read");
            return List.of();
        }
    }

    private Optional<Setting> setting(Path file) {
        List<Setting> read = new ArrayList<>();
        YamlFile.read(file, problems)
                .ifPresent(root -> problems.reading(() -> {
                    kind(root, "setting");
                    read.add(new SettingReader().read(root));
                }));
        return read.stream().findFirst();
    }

    private void cases(Path file, Setting setting) {
        YamlFile.read(file, problems)
                .ifPresent(root -> problems.reading(() -> {
                    kind(root, "cases");
                    new CaseReader(setting, windows, cases).read(root);
                }));
    }

    private static void kind(Node root, String wanted) {
        Node kind = root.need("kind");
        if (!kind.text().equals(wanted)) {
            throw root.problems().unknown(kind, "kind", kind.text(), List.of(wanted));
        }
    }
}
