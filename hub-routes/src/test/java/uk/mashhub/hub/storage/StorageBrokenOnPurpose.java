package uk.mashhub.hub.storage;

/** Breaks 'storage knows no stage'. */
class StorageBrokenOnPurpose {
    uk.mashhub.hub.enquiry.Act act;
}
