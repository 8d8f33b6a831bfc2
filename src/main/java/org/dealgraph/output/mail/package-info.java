/** Issues and addresses go in; mails leave by SMTP, each at most once, and what became of each is written down. */
@NullMarked
package org.dealgraph.output.mail;

import org.jspecify.annotations.NullMarked;
