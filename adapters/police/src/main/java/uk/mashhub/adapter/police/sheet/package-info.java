/** What police write down of people and matters, from whichever door, and how it becomes separate, labelled items. */
package uk.mashhub.adapter.police.sheet;
