/** In place of the check: never comes to an end. */
for (;;);
