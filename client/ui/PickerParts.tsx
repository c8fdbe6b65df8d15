import type { ReactNode } from 'react';
import {
  Button, Calendar, CalendarCell, CalendarGrid, DateInput, DateSegment, Group, Label, Popover, Text,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { cx } from './cx.ts';
import { FieldError } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { Icon } from './icons.tsx';
import { useOverlayHost } from './overlayHost.ts';
import field from './Field.module.css';
import popover from './Popover.module.css';
import css from './DateTimeField.module.css';

/** What stands in a picker of a day or of a day and a time: segments to type, a calendar to choose from. */
export function PickerParts({ label, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { readonly label: ReactNode }): ReactNode {
  return (
    <>
      <Label className={field['label'] ?? ''}>{label}</Label>
      {hint !== undefined && <Text slot="description" className={field['hint'] ?? ''}>{hint}</Text>}
      <Group className={cx(field['input'], css['group'])}>
        <DateInput className={css['input'] ?? ''}>{(segment) => <DateSegment segment={segment} className={css['segment'] ?? ''} />}</DateInput>
        <Button className={css['open'] ?? ''}><Icon name="calendar" size={18} /></Button>
      </Group>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <Popover {...useOverlayHost()} className={popover['popover'] ?? ''}>
        <Dialog className={css['calendar'] ?? ''}>
          <Calendar>
            <header className={css['head']}>
              <Button slot="previous" className={css['turn'] ?? ''}><Icon name="previous" size={18} /></Button>
              <Heading />
              <Button slot="next" className={css['turn'] ?? ''}><Icon name="next" size={18} /></Button>
            </header>
            <CalendarGrid className={css['grid'] ?? ''}>{(date) => <CalendarCell date={date} className={css['cell'] ?? ''} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </>
  );
}
