package uk.mashhub.adapter.route;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * What happens to a file once the hub has its message: the sidecar is written, then the file is moved to {@code .done} or
 * deleted. Until then nothing is touched, so that after a failure or crash the file is simply read again.
 */
final class FileAftermath implements GenericFileProcessStrategy<SftpRemoteFile> {
    static final String DONE = ".done";
    static final String REJECTED = ".rejected";
    static final String PARTIAL = ".part";

    private static final String OUTCOME = "uk.mashhub.file-outcome";
    private static final String TAKEN_OVER = "uk.mashhub.file-taken-over";

    static void remember(Exchange exchange, FileOutcome outcome) {
        exchange.setProperty(OUTCOME, outcome);
    }

    /** The broker has the message; from now on the file may be touched. */
    static void takenOver(Exchange exchange) {
        exchange.setProperty(TAKEN_OVER, true);
    }

    @Override
    public void prepareOnStartup(
            GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
        // The folder is the agency's; nothing is prepared in it.
    }

    @Override
    public boolean begin(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        return true;
    }

    @Override
    public void abort(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // The file stays and is read again.
    }

    @Override
    public void rollback(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // The file stays and is read again.
    }

    @Override
    public void commit(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        FileOutcome outcome = exchange.getProperty(OUTCOME, FileOutcome.class);
        if (outcome == null || exchange.getProperty(TAKEN_OVER) == null) {
            return;
        }
        String path = file.getAbsoluteFilePath();
        outcome.rejection().ifPresent(rejection -> writeSidecar(operations, exchange, path + REJECTED, rejection));
        if (outcome.destroy()) {
            operations.deleteFile(path);
        } else {
            moveAside(operations, path);
        }
    }

    private static void writeSidecar(
            GenericFileOperations<SftpRemoteFile> operations, Exchange exchange, String path, Rejection rejection) {
        byte[] json = rejection.json();
        exchange.getMessage().setBody(json);
        operations.storeFile(path + PARTIAL, exchange, json.length);
        rename(operations, path + PARTIAL, path);
    }

    private static void moveAside(GenericFileOperations<SftpRemoteFile> operations, String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? DONE : path.substring(0, slash + 1) + DONE;
        operations.buildDirectory(folder, false);
        rename(operations, path, folder + "/" + path.substring(slash + 1));
    }

    /** SFTP version 3 refuses to rename onto a file that exists (draft-ietf-secsh-filexfer-02 section 6.5). */
    private static void rename(GenericFileOperations<SftpRemoteFile> operations, String from, String to) {
        if (operations.existsFile(to)) {
            operations.deleteFile(to);
        }
        operations.renameFile(from, to);
    }
}
