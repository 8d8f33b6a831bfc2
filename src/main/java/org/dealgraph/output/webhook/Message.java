package org.dealgraph.output.webhook;

/**
 * What is sent of an event.
 *
 * @param id the same for every attempt and every webhook; without a full stop, as it is signed before one
 * @param event number of the revision; 0 for a test
 * @param body JSON in UTF-8
 */
record Message(String id, long event, byte[] body) {}
