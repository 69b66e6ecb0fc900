/**
 * Pages for people: plain HTML that works without scripts, by keyboard, on a phone, in the light and in the dark.
 *
 * <p>The door is {@link org.vizgate.standin.page.Page}. {@link org.vizgate.standin.page.Html} escapes whatever is put into
 * it, unless that is {@code Html} itself; nothing else makes markup. Nothing is loaded from elsewhere: the style sheet
 * stands in the page, and the content security policy names its hash.
 */
@NullMarked
package org.vizgate.standin.page;

import org.jspecify.annotations.NullMarked;
