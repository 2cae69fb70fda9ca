package uk.mashhub.hub.storage;

import org.springframework.transaction.support.TransactionSynchronization;

/** Breaks 'storage knows no stage' and 'nothing comes between a transaction's last rows and its commit'. */
class StorageBrokenOnPurpose implements TransactionSynchronization {
    uk.mashhub.hub.enquiry.Act act;

    @Override
    public void beforeCommit(boolean readOnly) {}
}
