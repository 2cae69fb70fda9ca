/** The enquiry: its states, what people record on it, and the packet that policy decides on. */
package uk.mashhub.model.enquiry;
