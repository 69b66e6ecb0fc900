/**
 * Pages that people see: the frame around them, their texts, and the page that explains an error.
 *
 * <p>Ground: imports {@code protocol} and {@code web}. The texts are in one resource bundle, {@code texts.properties}, with
 * a translation beside it for each further language. A page loads nothing: its style is in it and allowed by its hash, so
 * the content security policy can refuse everything else. The policy has no {@code form-action}, because browsers apply
 * that to the redirects after a form as well, and those lead to Tableau and to the client.
 */
@NullMarked
package org.vizgate.page;

import org.jspecify.annotations.NullMarked;
