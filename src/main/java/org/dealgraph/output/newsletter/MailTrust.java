package org.dealgraph.output.newsletter;

import javax.net.ssl.SSLSocketFactory;

/**
 * Whom TLS to the mail server trusts, where that is not the platform's choice of public authorities.
 *
 * @param sockets that check the server's certificate
 */
public record MailTrust(SSLSocketFactory sockets) {}
