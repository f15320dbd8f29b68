import { createTheme, type MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#e3eef0',
  '#c9dfe3',
  '#a5cad1',
  '#7fb3bd',
  '#5c9dab',
  '#3d8494',
  '#256a7a',
  '#0f4c5c',
  '#0b3d4a',
  '#072c36',
];

/** Dark surfaces with a breath of our ink's blue, so that fields belong to the panels they lie on. */
const dark: MantineColorsTuple = [
  '#e7edf1',
  '#c3ced6',
  '#a3b1bc',
  '#6d7f8d',
  '#3a4a56',
  '#2b3944',
  '#1c2831',
  '#172129',
  '#10181e',
  '#0b1116',
];

/** Mantine in our voice: Inter, four sizes, small radii, and the brand colour for place and action only. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  colors: { brand, dark },
  defaultRadius: 6,
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What helps stands below, so that fields side by side begin and end at one height.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    // A list opens when it is asked for, not when Tab or a dialog brings the focus there.
    Select: { defaultProps: { size: 'xs', openOnFocus: false } },
    TagsInput: { defaultProps: { size: 'xs', openOnFocus: false } },
    MultiSelect: { defaultProps: { size: 'xs', openOnFocus: false } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Modal: { defaultProps: { centered: true, radius: 8, closeButtonProps: { 'aria-label': 'Close' } } },
  },
});
