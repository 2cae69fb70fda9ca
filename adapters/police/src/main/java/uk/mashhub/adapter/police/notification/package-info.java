/** Public protection notifications: XML over SFTP, as {@code police/ppn-v1.xsd} says. */
package uk.mashhub.adapter.police.notification;
